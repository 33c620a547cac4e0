/* `assay sources`: its parts, and what they share. */
#include "cmd/sources.h"

#include "core/report/words.h"

static const char *const examples[] = {
    EXAMPLE("assay sources", "every source, with what was kept of it and what the last look found"),
    EXAMPLE("assay sources show 3", "one of them, with its citations and where their quotes stand"),
    EXAMPLE("assay sources recheck", "look at each again: gone, moved, changed, is the quote still there?"),
    EXAMPLE("assay sources import library.json", "take sources over from Zotero"),
    NULL,
};

const struct manual manual_sources = {
    .usage = "sources [PART] [options]",
    .about = "Sources are what citations point at. A source is known by its address, or without one by what describes "
             "it, and is shared by all claims that it is cited for. 'assay cite' adds one and keeps a copy of it; here "
             "they are listed, described, merged, kept and looked at again. What was known of a source before stays in "
             "the history. 'assay help sources PART' says more about a part; without one, it is list.",
    .examples = examples,
    .most = ARGUMENTS_ANY,
};

const struct command sources_parts[] = {
    {"sources list", cmd_sources_list, "list the sources", GROUP_REVIEW, &manual_sources_list},
    {"sources show", cmd_sources_show, "show a source with its citations and looks", GROUP_REVIEW,
     &manual_sources_show},
    {"sources edit", cmd_sources_edit, "say what a source is", GROUP_REVIEW, &manual_sources_edit},
    {"sources merge", cmd_sources_merge, "make one source of several", GROUP_REVIEW, &manual_sources_merge},
    {"sources keep", cmd_sources_keep, "keep sources that were not kept", GROUP_REVIEW, &manual_sources_keep},
    {"sources recheck", cmd_sources_recheck, "look at sources again: gone, moved, changed?", GROUP_REVIEW,
     &manual_sources_recheck},
    {"sources import", cmd_sources_import, "take sources in from CSL-JSON or BibTeX", GROUP_REVIEW,
     &manual_sources_import},
    {"sources export", cmd_sources_export, "write sources as CSL-JSON or BibTeX", GROUP_REVIEW, &manual_sources_export},
    {0},
};

bool source_number(const char *word, int64_t *ret, struct err *err)
{
    struct str digits = str_from(word);
    int64_t number = 0;
    for (size_t i = 0; i < digits.len && number >= 0; i++)
        number = i < 18 && is_digit(digits.ptr[i]) ? number * 10 + (digits.ptr[i] - '0') : -1;
    if (digits.len == 0 || number <= 0)
        return err_set(err, ERR_USAGE, "'%s' is no source's number; 'assay sources' lists them", word);
    *ret = number;
    return true;
}

void source_words(struct buf *out, const struct source *source)
{
    buf_printf(out, "source %lld, ", (long long)source->number);
    words_source(out, source);
}
