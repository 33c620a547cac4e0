/* Subtitles, feeds, PDF, and word processors' documents: what is read of them, where it stands, and hostile ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/intake/intake.h"
#include "core/intake/layout.h"
#include "core/intake/pdf.h"
#include "core/intake/subtitles.h"
#include "tests/zip_file.h"

struct fixture {
    struct arena arena;
    struct received *all, *one;
    size_t count;
    struct err err;
};

static int set_up(void **state)
{
    *state = calloc(1, sizeof(struct fixture));
    return *state ? 0 : 1;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_release(&fixture->arena);
    free(fixture);
    return 0;
}

static bool take(struct fixture *fixture, int media, struct str bytes)
{
    struct parcel parcel = {.name = STR("x"), .media = media, .bytes = bytes};
    fixture->err = (struct err){0};
    bool ok = intake_parcels(&parcel, &fixture->arena, &fixture->all, &fixture->count, &fixture->err);
    fixture->one = ok ? &fixture->all[0] : NULL;
    return ok;
}

static void assert_taken(struct fixture *fixture, int media, struct str bytes)
{
    if (!take(fixture, media, bytes))
        fail_msg("%s", fixture->err.msg);
}

static void assert_refused(struct fixture *fixture, int media, struct str bytes, const char *says)
{
    if (take(fixture, media, bytes))
        fail_msg("taken in, as '%.200s'", fixture->one->text.ptr);
    if (!strstr(fixture->err.msg, says))
        fail_msg("'%s' does not say '%s'", fixture->err.msg, says);
}

static void assert_str(struct str got, const char *expected)
{
    if (!got.ptr || !str_eq(got, str_from(expected)))
        fail_msg("got '%.*s', expected '%s'", STR_ARG(got), expected);
}

/* Where the text has `part`, in words. */
static void assert_place(struct fixture *fixture, const char *part, const char *expected)
{
    size_t at = str_find(fixture->one->text, str_from(part), 0);
    assert_true(at < fixture->one->text.len);
    assert_str(layout_place(&fixture->one->reading, at, &fixture->arena), expected);
}

/* ---- subtitles ---- */

static void test_subtitles_become_paragraphs_by_speaker(void **state)
{
    struct fixture *f = *state;
    assert_taken(f, MEDIA_SUBTITLES,
                 STR("WEBVTT\r\n\r\nNOTE by hand, 99 percent\r\n\r\n1\r\n00:01.000 --> 00:04.500 align:start\r\n"
                     "<v Ada Example>The wall has cost $12 million,\r\n\r\n00:00:04.500 --> 00:00:07.000\r\n"
                     "<v Ada Example>which is <i>8&nbsp;percent</i> more.\r\n\r\n00:00:08.000 --> 00:00:10.000\r\n"
                     "- BEN SAMPLE: And who pays?\r\n- ADA: We do, all 40 of us.\r\n"));
    assert_str(f->one->text, "Ada Example: The wall has cost $12 million, which is 8\xC2\xA0percent more.\n\n"
                             "BEN SAMPLE: And who pays?\n\nADA: We do, all 40 of us.\n");
    assert_place(f, "$12", "00:00:01 to 00:00:04");
    assert_place(f, "percent", "00:00:04 to 00:00:07");
    const struct block *block = reading_block(&f->one->reading, str_find(f->one->text, STR("40"), 0));
    assert_str(str_slice(f->one->text, block->speaker, block->speaker_end), "ADA");
}

static void test_subtitles_of_subrip_lead_back_to_their_bytes(void **state)
{
    struct fixture *f = *state;
    size_t start = 0, end = 0;
    struct str srt = STR("1\n00:00:01,000 --> 00:00:02,000\n{\\an8}It rose by\n5 percent\n\n2\n00:00:09,000 --> "
                         "00:00:10,000\nafter a pause: 7 people\n");
    assert_taken(f, MEDIA_TEXT, srt); /* by its first bytes, whatever its name */
    assert_int_equal(f->one->document.media, MEDIA_SUBTITLES);
    assert_str(f->one->text, "It rose by 5 percent\n\nafter a pause: 7 people\n");
    size_t at = str_find(f->one->text, STR("by 5 percent"), 0);
    assert_true(reading_origin(&f->one->reading, at, at + 12, &start, &end));
    assert_str(str_slice(srt, start, end), "by\n5 percent");
}

static void test_subtitles_without_cues_are_refused(void **state)
{
    assert_refused(*state, MEDIA_SUBTITLES, STR("WEBVTT\n\n00:xx --> 00:02\nfive\n"), "it has no cues with times");
}

/* ---- feeds ---- */

#define RSS_BEGIN                                                                                                      \
    "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "                \
    "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>River News</title><language>en-gb</language>"

static void test_feed_entries_are_documents(void **state)
{
    struct fixture *f = *state;
    struct str feed =
        STR(RSS_BEGIN "<item><title>Wall costs $12 million</title><link>https://example.org/wall</link>"
                      "<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><dc:creator>Ada Example</dc:creator>"
                      "<description>Short, 3 lines.</description><content:encoded><![CDATA[<p>It has cost <b>$12 "
                      "million</b>.</p><p>8&nbsp;percent more.</p>]]></content:encoded></item>"
                      "<item><link>https://example.org/none</link></item>"
                      "<item><description>&lt;p&gt;5 &amp;amp; 6&lt;/p&gt;</description></item></channel></rss>");
    assert_taken(f, MEDIA_TEXT, feed);
    assert_int_equal(f->count, 3);
    assert_str(f->all[0].text, "Wall costs $12 million\n\nIt has cost $12 million.\n\n8\xC2\xA0percent more.\n");
    assert_str(f->all[0].document.title, "Wall costs $12 million");
    assert_str(f->all[0].document.author, "Ada Example");
    assert_str(f->all[0].document.publisher, "River News");
    assert_str(f->all[0].document.published, "2024-03-05");
    assert_str(f->all[0].document.url, "https://example.org/wall");
    assert_str(f->all[0].document.name, "x, entry 1");
    assert_true(str_starts(f->all[0].bytes, STR("<item><title>Wall")) && str_ends(f->all[0].bytes, STR("</item>")));
    assert_str(f->all[1].reading.failure, "it has no text");
    assert_str(f->all[2].text, "5 & 6\n");
}

static void test_feed_of_atom_has_text_html_and_xhtml(void **state)
{
    struct fixture *f = *state;
    assert_taken(f, MEDIA_TEXT,
                 STR("<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title><entry><title>5 &lt; 6</title>"
                     "<link rel='self' href='https://example.org/self'/><link href='https://example.org/1'/>"
                     "<updated>2024-03-05T00:00:00Z</updated><author><name>Ada</name></author>"
                     "<summary>no</summary><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
                     "<p>40 <i>percent</i></p></div></content></entry></feed>"));
    assert_str(f->one->text, "5 < 6\n\n40 percent\n");
    assert_str(f->one->document.url, "https://example.org/1");
    assert_str(f->one->document.author, "Ada");
    assert_str(f->one->document.published, "2024-03-05");
}

static void test_feed_in_another_encoding_is_converted(void **state)
{
    struct fixture *f = *state;
    assert_taken(f, MEDIA_TEXT,
                 STR("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>caf\xE9 "
                     "\xA3"
                     "5</title></item></channel></rss>"));
    assert_str(f->one->text, "caf\xC3\xA9 \xC2\xA3"
                             "5\n");
    assert_true(str_ends(f->one->bytes, STR("\xA3"
                                            "5</title></item>")));
}

static void test_feed_that_means_harm_is_refused(void **state)
{
    struct fixture *f = *state;
    struct buf deep = {0};
    assert_refused(f, MEDIA_FEED,
                   STR("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><rss><channel>"
                       "<item><title>&b;</title></item></channel></rss>"),
                   "it declares entities of its own");
    assert_refused(f, MEDIA_FEED,
                   STR("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item>"
                       "<title>&x;</title></item></channel></rss>"),
                   "it declares entities of its own");
    assert_refused(f, MEDIA_FEED, STR("<rss><channel><item>"), "its XML is broken at line 1");
    assert_refused(f, MEDIA_FEED, STR("<rss><channel></channel></rss>"), "the feed has no entries");
    buf_str(&deep, STR("<rss>"));
    for (int i = 0; i < 100000; i++)
        buf_str(&deep, STR("<a>"));
    assert_refused(f, MEDIA_FEED, buf_view(&deep), "its elements are nested too deep");
    buf_release(&deep);
}

/* ---- PDF ---- */

/* A PDF by hand: each page is its text operators. */
static struct str make_pdf(struct fixture *fixture, const char *const *pages, size_t count)
{
    struct buf pdf = {0}, table = {0}, kids = {0};
    size_t number = 3;
    buf_str(&pdf, STR("%PDF-1.4\n"));
    for (size_t i = 0; i < count; i++) {
        buf_printf(&table, "%010zu 00000 n \n", pdf.len);
        buf_printf(&pdf, "%zu 0 obj\n<< /Length %zu >>\nstream\n%s\nendstream\nendobj\n", ++number, strlen(pages[i]),
                   pages[i]);
        buf_printf(&table, "%010zu 00000 n \n", pdf.len);
        buf_printf(
            &pdf,
            "%zu 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            "/Contents %zu 0 R >>\nendobj\n",
            number + 1, number);
        buf_printf(&kids, "%zu 0 R ", ++number);
    }
    size_t first[3] = {pdf.len};
    buf_str(&pdf, STR("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"));
    first[1] = pdf.len;
    buf_printf(&pdf, "2 0 obj\n<< /Type /Pages /Kids [%s] /Count %zu >>\nendobj\n", kids.ptr, count);
    first[2] = pdf.len;
    buf_str(&pdf, STR("3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"));
    size_t xref = pdf.len;
    buf_printf(&pdf, "xref\n0 %zu\n0000000000 65535 f \n%010zu 00000 n \n%010zu 00000 n \n%010zu 00000 n \n%s",
               number + 1, first[0], first[1], first[2], table.ptr);
    buf_printf(&pdf, "trailer\n<< /Size %zu /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n", number + 1, xref);
    struct str copy = arena_str(&fixture->arena, buf_view(&pdf));
    buf_release(&pdf);
    buf_release(&table);
    buf_release(&kids);
    return copy;
}

#define LINE(x, y, text) "1 0 0 1 " #x " " #y " Tm (" text ") Tj "
#define PAGE(number, lines) "BT /F1 10 Tf " LINE(60, 810, "River Report") LINE(500, 30, "Page " number) lines "ET"

static void test_pdf_columns_hyphens_and_pages(void **state)
{
    struct fixture *f = *state;
    static const char *const pages[] = {PAGE("1", LINE(60, 700, "The council met in March to hear how")
                                                      LINE(60, 686, "the works go on. The wall cost 12 mil-")
                                                          LINE(60, 672, "lion dollars, which the towns on the")
                                                              LINE(320, 700, "river have to pay, and two of them") LINE(
                                                                  320, 686, "owe 8 percent of it until next May.")
                                                                  LINE(320, 672, "That is all there is to say now.")),
                                        PAGE("2", LINE(60, 700, "On the second page 40 people work.")),
                                        PAGE("3", LINE(60, 700, "On the third page 50 people rest."))};
    assert_taken(f, MEDIA_PDF, make_pdf(f, pages, 3));
    assert_str(f->one->text,
               "The council met in March to hear how the works go on. The wall cost 12 million dollars, which "
               "the towns on the river have to pay, and two of them owe 8 percent of it until next May. That "
               "is all there is to say now.\n\nOn the second page 40 people work.\n\nOn the third page 50 "
               "people rest.\n");
    assert_true(str_find(f->one->reading.rest, STR("River Report"), 0) < f->one->reading.rest.len);
    assert_place(f, "12 million", "page 1, paragraph 1");
    assert_place(f, "40 people", "page 2, paragraph 3");
}

static void test_pdf_sentence_runs_on_past_the_running_title_of_the_next_page(void **state)
{
    struct fixture *f = *state;
    static const char *const pages[] = {PAGE("1", LINE(60, 700, "The council heard that the wall cost 12 mil-")),
                                        PAGE("2", LINE(60, 700, "lion dollars, which the towns pay and the"))};
    assert_taken(f, MEDIA_PDF, make_pdf(f, pages, 2));
    assert_str(f->one->text, "The council heard that the wall cost 12 million dollars, which the towns pay and the\n");
    assert_place(f, "12 mil", "page 1, paragraph 1");
    assert_place(f, "the towns", "page 2, paragraph 2");
}

static void test_pdf_of_pictures_says_what_to_do(void **state)
{
    struct fixture *f = *state;
    static const char *const pages[] = {"0 0 10 10 re f"};
    assert_refused(f, MEDIA_PDF, make_pdf(f, pages, 1), "its pages are pictures");
}

static void test_pdf_mutated_is_read_or_refused(void **state)
{
    struct fixture *f = *state;
    static const char *const pages[] = {PAGE("1", LINE(60, 700, "It cost 12 million dollars, they say."))};
    struct str pdf = make_pdf(f, pages, 1);
    char *bytes = arena_cstr(&f->arena, pdf);
    unsigned random = 1;
    for (int i = 0; i < 40; i++) {
        struct arena arena = {0};
        struct reading reading;
        struct err err = {0};
        memcpy(bytes, pdf.ptr, pdf.len);
        for (int j = 0; j < 1 + i / 4; j++) {
            random = random * 1103515245 + 12345;
            bytes[8 + (random >> 8) % (pdf.len - 8)] = (char)(random >> 24);
        }
        if (!pdf_read((struct str){bytes, pdf.len}, &limits_normal, &arena, &reading, &err))
            assert_true(err.code == ERR_INPUT && err.msg[0] != '\0' && !strstr(err.msg, "makes no sense"));
        arena_release(&arena);
    }
}

/* ---- word processors ---- */

#define W "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define TC(text) "<w:tc>" P(text) "</w:tc>"

static struct str make_zip(struct fixture *fixture, const struct zip_part *parts)
{
    struct buf zip = {0};
    zip_make(parts, &zip);
    struct str copy = arena_str(&fixture->arena, buf_view(&zip));
    buf_release(&zip);
    return copy;
}

static void test_docx_paragraphs_headings_tables_and_changes(void **state)
{
    struct fixture *f = *state;
    const struct zip_part parts[] = {
        {"word/document.xml",
         W "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Budget</w:t></w:r></w:p>"
           "<w:p><w:r><w:t>It rises by </w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins><w:r><w:t>5"
           "</w:t></w:r></w:ins><w:r><w:tab/><w:t>percent.</w:t></w:r></w:p>"
           "<w:tbl><w:tr>" TC("Town") TC("2024") "</w:tr><w:tr>" TC("Upper")
               TC("$7") "</w:tr></w:tbl></w:body></w:document>"},
        {"word/footnotes.xml", "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                               "<w:footnote>" P("Without 3 schools.") "</w:footnote></w:footnotes>"},
        {"docProps/core.xml", "<c xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Budget 2024</dc:title>"
                              "<dc:creator>Ada Example</dc:creator></c>"},
        {NULL, NULL}};
    assert_taken(f, MEDIA_DOCX, make_zip(f, parts));
    assert_str(f->one->text, "Budget\n\nIt rises by 5 percent.\n\nTown | 2024\n\nUpper | $7\n\nWithout 3 schools.\n");
    assert_str(f->one->document.title, "Budget 2024");
    assert_str(f->one->document.author, "Ada Example");
    assert_int_equal(f->one->document.media, MEDIA_DOCX);
    assert_place(f, "Budget", "heading");
    assert_place(f, "5 percent", "paragraph 2");
    assert_place(f, "$7", "table 1, row 2: Upper, 2024");
}

static void test_odt_paragraphs_lists_and_notes(void **state)
{
    struct fixture *f = *state;
    const struct zip_part parts[] = {
        {"mimetype", "application/vnd.oasis.opendocument.text"},
        {"content.xml",
         "<o xmlns:text='t' xmlns:table='b'><text:tracked-changes><text:p>99 percent</text:p></text:tracked-changes>"
         "<text:h>Budget</text:h><text:p>It rises<text:s/>by <text:span>5</text:span> "
         "percent<text:note><text:note-citation>1"
         "</text:note-citation><text:note-body><text:p>all of it</text:p></text:note-body></text:note>.</text:p>"
         "<text:list><text:list-item><text:p>40 "
         "people</text:p></text:list-item></text:list><table:table><table:table-row>"
         "<table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>7</text:p><text:p>8</text:p>"
         "</table:table-cell></table:table-row></table:table></o>"},
        {NULL, NULL}};
    assert_taken(f, MEDIA_ODT, make_zip(f, parts));
    assert_str(f->one->text, "Budget\n\nIt rises by 5 percent (all of it).\n\n40 people\n\nA | 7 8\n");
    assert_int_equal(f->one->reading.block[2].kind, BLOCK_ITEM);
}

static void test_zip_that_means_harm_is_refused(void **state)
{
    struct fixture *f = *state;
    struct buf bomb = {0};
    const struct zip_part entities[] = {
        {"word/document.xml", "<!DOCTYPE w [<!ENTITY a 'ha'>]>" W P("&a;") "</w:body></w:document>"}, {NULL, NULL}};
    const struct zip_part broken[] = {{"word/document.xml", W P("5")}, {NULL, NULL}};
    zip_bomb("word/document.xml", limits_normal.unpacked_bytes + 1000, &bomb);
    assert_refused(f, MEDIA_DOCX, buf_view(&bomb), "it holds more than 67108864 bytes when it is unpacked");
    assert_refused(f, MEDIA_DOCX, str_slice(buf_view(&bomb), 0, 5000), "it is a damaged ZIP container");
    assert_refused(f, MEDIA_DOCX, make_zip(f, entities), "it declares entities of its own");
    assert_refused(f, MEDIA_DOCX, make_zip(f, broken), "its XML is broken at line 1");
    buf_release(&bomb);
}

/* ---- mail ---- */

static void test_mail_gives_the_body_its_sender_and_its_date(void **state)
{
    struct fixture *f = *state;
    assert_taken(
        f, MEDIA_MAIL,
        STR("Date: Tue, 04 Mar 2025 08:30:00 +0100\r\nFrom: \"Ada, E.\" <ada@example.org>\r\n"
            "Subject: =?iso-8859-1?Q?Caf=E9?=\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n"
            "--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
            "--b\r\nContent-Type: text/plain\r\n\r\nnot this\r\n"
            "--b\r\nContent-Type: multipart/related; boundary=c\r\n\r\n"
            "--c\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: base64\r\n"
            "\r\nPHA+SXQgY29zdCCAMSBtaWxsaW9uLjwvcD4=\r\n--c--\r\n--b--\r\n"
            "--a\r\nContent-Type: text/html\r\nContent-Disposition: attachment\r\n\r\n<p>nor this\r\n--a--\r\n"));
    assert_str(f->one->text, "It cost \xE2\x82\xAC"
                             "1 million.\n");
    assert_str(f->one->document.title, "Caf\xC3\xA9");
    assert_str(f->one->document.author, "Ada, E.");
    assert_str(f->one->document.published, "2025-03-04");
    assert_str(f->one->reading.charset_from, "mail header");
    assert_str(f->one->reading.note, "1 attachment is not read");
    assert_int_equal(f->one->document.media, MEDIA_MAIL);
}

static void test_mail_in_plain_text_is_read_as_it_stands(void **state)
{
    struct fixture *f = *state;
    assert_taken(f, MEDIA_MAIL,
                 STR("From: ada@example.org\nContent-Transfer-Encoding: quoted-printable\n"
                     "Content-Type: text/plain; charset=utf-8\n\nIt cost =E2=82=AC1 mil=\nlion.\n"));
    assert_str(f->one->text, "It cost \xE2\x82\xAC"
                             "1 million.\n");
    assert_str(f->one->document.author, "ada@example.org");
}

static void test_mail_that_a_browser_saved_is_a_page(void **state)
{
    struct fixture *f = *state;
    assert_taken(f, MEDIA_MAIL,
                 STR("From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\nSubject: Short\n"
                     "Date: Tue, 4 Mar 2025 09:00:00 -0000\nContent-Type: multipart/related; boundary=a\n\n"
                     "--a\nContent-Type: text/html\nContent-Location: https://example.org/a\n\n"
                     "<html><title>Its own title here</title><p>It cost 5 million euros in the end.</p>\n--a--\n"));
    assert_str(f->one->document.url, "https://example.org/a");
    assert_str(f->one->document.title, "Its own title here");
    assert_null(f->one->document.author.ptr);
    assert_null(f->one->document.published.ptr); /* saved then, not published */
}

static void test_mail_that_means_harm_is_read_or_refused(void **state)
{
    struct fixture *f = *state;
    struct buf deep = {0};
    for (int i = 0; i < 20000; i++)
        buf_printf(&deep, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i);
    buf_str(&deep, STR("Content-Type: text/plain\n\nfive\n"));
    assert_refused(f, MEDIA_MAIL, buf_view(&deep), "it is no mail with a text");
    assert_refused(f, MEDIA_MAIL, STR("Subject: x\nContent-Type: image/png\n\nfive"), "it is no mail with a text");
    assert_refused(f, MEDIA_MAIL, STR("Subject: x\n\n"), "there is nothing but white space in it");
    assert_refused(f, MEDIA_MAIL, STR("Subject: x\n\nfive \0 percent"), "it has a NUL byte");
    buf_release(&deep);
}

/* ---- layouts ---- */

static void test_layout_survives_being_written(void **state)
{
    struct fixture *f = *state;
    struct reading back;
    assert_taken(f, MEDIA_SUBTITLES, STR("WEBVTT\n\n00:01.000 --> 00:04.500\n<v Ada>It cost \"5\" million.\n"));
    struct str layout = layout_write(&f->one->reading, &f->arena);
    assert_true(layout_read(layout, f->one->text, f->one->bytes.len, &f->arena, &back, &f->err));
    assert_int_equal(back.block_count, f->one->reading.block_count);
    assert_memory_equal(back.block, f->one->reading.block, back.block_count * sizeof(*back.block));
    assert_int_equal(back.segment_count, f->one->reading.segment_count);
    assert_memory_equal(back.segment, f->one->reading.segment, back.segment_count * sizeof(*back.segment));
    /* what points outside is refused */
    assert_false(layout_read(layout, STR("short"), f->one->bytes.len, &f->arena, &back, &f->err));
    assert_false(layout_read(layout, f->one->text, 3, &f->arena, &back, &f->err));
    assert_false(layout_read(STR("{\"version\":1,\"blocks\":[[1]]}"), f->one->text, 3, &f->arena, &back, &f->err));
    assert_false(layout_read(STR("[]"), f->one->text, 3, &f->arena, &back, &f->err));
}

#define FORMAT_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FORMAT_TEST(test_subtitles_become_paragraphs_by_speaker),
        FORMAT_TEST(test_subtitles_of_subrip_lead_back_to_their_bytes),
        FORMAT_TEST(test_subtitles_without_cues_are_refused),
        FORMAT_TEST(test_feed_entries_are_documents),
        FORMAT_TEST(test_feed_of_atom_has_text_html_and_xhtml),
        FORMAT_TEST(test_feed_in_another_encoding_is_converted),
        FORMAT_TEST(test_feed_that_means_harm_is_refused),
        FORMAT_TEST(test_pdf_columns_hyphens_and_pages),
        FORMAT_TEST(test_pdf_sentence_runs_on_past_the_running_title_of_the_next_page),
        FORMAT_TEST(test_pdf_of_pictures_says_what_to_do),
        FORMAT_TEST(test_pdf_mutated_is_read_or_refused),
        FORMAT_TEST(test_docx_paragraphs_headings_tables_and_changes),
        FORMAT_TEST(test_odt_paragraphs_lists_and_notes),
        FORMAT_TEST(test_zip_that_means_harm_is_refused),
        FORMAT_TEST(test_mail_gives_the_body_its_sender_and_its_date),
        FORMAT_TEST(test_mail_in_plain_text_is_read_as_it_stands),
        FORMAT_TEST(test_mail_that_a_browser_saved_is_a_page),
        FORMAT_TEST(test_mail_that_means_harm_is_read_or_refused),
        FORMAT_TEST(test_layout_survives_being_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
