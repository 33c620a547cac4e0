/* The tables, indexes and guards of a store, for SQLite, as numbered migrations. Everything above the driver relies on
 * what is said here; statements.def uses it. */
#include "storage/schema.h"

/* Laid out by hand from here on: one line a column, one a clause. */
/* clang-format off */

/* Rows of this table are never changed nor deleted. */
#define GUARD(table)                                                                                                   \
    "CREATE TRIGGER " table "_is_kept_as_it_is BEFORE UPDATE ON " table                                                \
    " BEGIN SELECT RAISE(ABORT, 'a " table " is never changed'); END;"                                                 \
    "CREATE TRIGGER " table "_is_kept BEFORE DELETE ON " table                                                         \
    " BEGIN SELECT RAISE(ABORT, 'a " table " is never deleted'); END;"

/* What is there stays; only NULL may become something. */
#define CHANGED(column) " OR (OLD." column " IS NOT NULL AND NEW." column " IS NOT OLD." column ")"

static const char *const steps[] = {
    /*
     * Digests and identities are kept as the hexadecimal text that records, events and people use, not as 32 bytes: so a
     * row reads the same in every listing, in the event that vouches for it and in another program, and the prefix that
     * somebody types is a range of the key. It costs some 32 bytes a key.
     *
     * The key of what belongs to a document begins with the document's id, and of what belongs to a claim with both, so
     * that the tables can be spread over machines by it. Columns stand in the order of the record's fields (claim_fields
     * and so on), followed by what the store adds: `digest` over the record, and `event`, the number of the event that
     * vouches for the row. An enumeration is kept by its printed name.
     */
    "CREATE TABLE event ("
    " number INTEGER PRIMARY KEY,"
    " id TEXT NOT NULL UNIQUE,"
    " at TEXT NOT NULL,"
    " reviewer TEXT,"
    " action TEXT NOT NULL,"
    " document TEXT,"
    " claim TEXT,"
    " content TEXT NOT NULL,"
    " previous TEXT NOT NULL,"
    " hash TEXT NOT NULL"
    ") STRICT;"
    "CREATE INDEX event_of_claim ON event (document, claim, number);"

    /* A body is a long text packed by zstd, apart from its document so that listings don't carry it along. */
    "CREATE TABLE document ("
    " number INTEGER NOT NULL UNIQUE,"
    " id TEXT NOT NULL PRIMARY KEY,"
    " name TEXT NOT NULL,"
    " media TEXT NOT NULL,"
    " title TEXT,"
    " author TEXT,"
    " publisher TEXT,"
    " url TEXT,"
    " published TEXT,"
    " sha256 TEXT NOT NULL,"
    " bytes INTEGER NOT NULL,"
    " added_at TEXT NOT NULL,"
    " added_by TEXT,"
    " claims INTEGER NOT NULL,"
    " digest TEXT NOT NULL,"
    " event INTEGER NOT NULL UNIQUE REFERENCES event (number)"
    ") STRICT;"
    "CREATE TABLE body ("
    " document TEXT NOT NULL REFERENCES document (id),"
    " form TEXT NOT NULL CHECK (form IN ('text', 'received')),"
    " packed BLOB NOT NULL,"
    " PRIMARY KEY (document, form)"
    ") STRICT;"

    "CREATE TABLE claim ("
    " number INTEGER NOT NULL UNIQUE,"
    " id TEXT NOT NULL,"
    " literal TEXT NOT NULL,"
    " \"start\" INTEGER NOT NULL,"
    " \"end\" INTEGER NOT NULL,"
    " start_char INTEGER NOT NULL,"
    " end_char INTEGER NOT NULL,"
    " sentence TEXT,"
    " sentence_start INTEGER NOT NULL,"
    " prefix TEXT,"
    " suffix TEXT,"
    " kind TEXT NOT NULL,"
    " value TEXT,"
    " upper TEXT,"
    " precision TEXT,"
    " relation TEXT,"
    " direction TEXT,"
    " unit TEXT,"
    " unit_assumed INTEGER NOT NULL CHECK (unit_assumed IN (0, 1)),"
    " per TEXT,"
    " \"of\" TEXT,"
    " concept TEXT,"
    " subject TEXT,"
    " speaker TEXT,"
    " quoted INTEGER NOT NULL CHECK (quoted IN (0, 1)),"
    " modality TEXT NOT NULL,"
    " period TEXT,"
    " period_interval TEXT,"
    " score INTEGER NOT NULL,"
    " document TEXT NOT NULL REFERENCES document (id),"
    " digest TEXT NOT NULL,"
    " PRIMARY KEY (document, id)"
    ") STRICT;"
    "CREATE INDEX claim_id ON claim (id);"

    /* A source is known by its URL; one without is known by what describes it. */
    "CREATE TABLE source ("
    " number INTEGER NOT NULL UNIQUE,"
    " id TEXT NOT NULL PRIMARY KEY,"
    " type TEXT NOT NULL,"
    " title TEXT,"
    " author TEXT,"
    " publisher TEXT,"
    " url TEXT,"
    " archive_url TEXT,"
    " published TEXT,"
    " digest TEXT NOT NULL,"
    " event INTEGER NOT NULL REFERENCES event (number)"
    ") STRICT;"
    "CREATE UNIQUE INDEX source_url ON source (url) WHERE url IS NOT NULL;"
    "CREATE INDEX source_description ON source (COALESCE(title, ''), COALESCE(author, ''), COALESCE(published, ''),"
    " type) WHERE url IS NULL;"

    /* The order of a claim's citations and verdicts is that of their events; the last verdict counts. */
    "CREATE TABLE citation ("
    " id TEXT NOT NULL UNIQUE,"
    " source TEXT NOT NULL REFERENCES source (id),"
    " stance TEXT NOT NULL,"
    " quote TEXT,"
    " locator TEXT,"
    " figure TEXT,"
    " figure_value TEXT,"
    " figure_upper TEXT,"
    " figure_unit TEXT,"
    " accessed TEXT,"
    " reviewer TEXT NOT NULL,"
    " at TEXT NOT NULL,"
    " document TEXT NOT NULL,"
    " claim TEXT NOT NULL,"
    " event INTEGER NOT NULL REFERENCES event (number),"
    " digest TEXT NOT NULL,"
    " PRIMARY KEY (document, claim, event),"
    " FOREIGN KEY (document, claim) REFERENCES claim (document, id)"
    ") STRICT;"
    "CREATE INDEX citation_source ON citation (source);"
    "CREATE TABLE verdict ("
    " id TEXT NOT NULL UNIQUE,"
    " rating TEXT NOT NULL,"
    " rationale TEXT NOT NULL,"
    " reviewer TEXT NOT NULL,"
    " at TEXT NOT NULL,"
    " document TEXT NOT NULL,"
    " claim TEXT NOT NULL,"
    " event INTEGER NOT NULL REFERENCES event (number),"
    " digest TEXT NOT NULL,"
    " PRIMARY KEY (document, claim, event),"
    " FOREIGN KEY (document, claim) REFERENCES claim (document, id)"
    ") STRICT;"

    /*
     * Where each claim stands: nothing that is not in claim, citation and verdict, but in the order in which listings want
     * it, so that the first page of any listing is read off an index however many claims there are. `state` is the rating
     * of the verdict that counts, or 'open'; `rank` is the score with its sign turned, so that ascending (rank, number) is
     * most worth checking first. Written in the transaction of what it follows from; doctor compares the two.
     * Without rowid, because SQLite looks (rank, claim_number) up as a pair only where neither is the rowid.
     */
    "CREATE TABLE standing ("
    " claim_number INTEGER NOT NULL PRIMARY KEY REFERENCES claim (number),"
    " document_number INTEGER NOT NULL REFERENCES document (number),"
    " claim_kind TEXT NOT NULL,"
    " state TEXT NOT NULL,"
    " cited INTEGER NOT NULL CHECK (cited IN (0, 1)),"
    " rank INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX standing_by_number ON standing (state, cited, claim_kind, claim_number, rank);"
    "CREATE INDEX standing_by_rank ON standing (state, cited, claim_kind, rank, claim_number);"
    "CREATE INDEX standing_of_document ON standing (document_number, claim_number);"
    "CREATE INDEX standing_of_document_by_rank ON standing (document_number, rank, claim_number);"

    /* The guards. They also stop REPLACE, which deletes before it inserts: the driver turns recursive triggers on. */
    GUARD("event") GUARD("document") GUARD("body") GUARD("claim") GUARD("citation") GUARD("verdict")
    "CREATE TRIGGER source_is_only_filled_in BEFORE UPDATE ON source"
    " WHEN NEW.number <> OLD.number OR NEW.id <> OLD.id OR NEW.type <> OLD.type OR NEW.event <= OLD.event"
    CHANGED("title") CHANGED("author") CHANGED("publisher") CHANGED("url") CHANGED("archive_url") CHANGED("published")
    " BEGIN SELECT RAISE(ABORT, 'a source is only filled in, never changed'); END;"
    "CREATE TRIGGER source_is_kept BEFORE DELETE ON source"
    " BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;"
    "CREATE TRIGGER standing_is_kept BEFORE DELETE ON standing"
    " BEGIN SELECT RAISE(ABORT, 'a standing is never deleted'); END;"

    "PRAGMA application_id = 0x61737379; PRAGMA user_version = 1;",

    /*
     * The finder (driver.h) holds what listings look for and no index of `standing` can: words, speakers, kinds, and how an
     * id begins. It is written in the order in which it is read, a run at a time, so that a claim's entry costs no page of
     * its own; the index over ids, which it replaces, cost one for each. It keeps no text, only where words are. Its key
     * is claim_key(), its kind finder_kind(), its name finder_name() of the id.
     */
    SCHEMA_FINDER
    "INSERT INTO finder (rowid, sentence, speaker, kind, name)"
    " SELECT (rank + 100) * 1099511627776 + number, sentence, speaker,"
    " CASE WHEN kind IN ('date', 'rank') THEN kind ELSE kind || ' listed' END,"
    " replace(replace(replace(replace(replace(replace(substr(id, 1, 12),"
    " 'a', 'q'), 'b', 'v'), 'c', 'w'), 'd', 'x'), 'e', 'z'), 'f', 'k')"
    " FROM claim JOIN standing ON claim_number = number ORDER BY rank, number;"
    "INSERT INTO finder (finder, rank) VALUES ('usermerge', 2);"
    "DROP INDEX claim_id;"

    /*
     * Listings walk this one index, and by number as well: the claims of each score are in that order in it. The kind comes
     * last, so that it is read along; who wants few kinds asks the finder.
     */
    "DROP INDEX standing_by_number;"
    "DROP INDEX standing_by_rank;"
    "DROP INDEX standing_of_document_by_rank;"
    "CREATE INDEX standing_in_order ON standing (state, cited, rank, claim_number, claim_kind);"

    /* How many rows there are, counted where they are written: what would take as long as there are claims to count. */
    "CREATE TABLE tally ("
    " state TEXT NOT NULL,"
    " cited INTEGER NOT NULL CHECK (cited IN (0, 1)),"
    " claim_kind TEXT NOT NULL,"
    " amount INTEGER NOT NULL,"
    " PRIMARY KEY (state, cited, claim_kind)"
    ") STRICT, WITHOUT ROWID;"
    "INSERT INTO tally SELECT state, cited, claim_kind, COUNT(*) FROM standing GROUP BY state, cited, claim_kind;"
    "CREATE TABLE total ("
    " counted TEXT NOT NULL PRIMARY KEY CHECK (counted IN ('citation', 'verdict')),"
    " amount INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "INSERT INTO total SELECT 'citation', COUNT(*) FROM citation UNION ALL SELECT 'verdict', COUNT(*) FROM verdict;"

    "PRAGMA user_version = 2;",

    /*
     * How documents came in. A document has as many receptions as places and times it was taken from; a later version of
     * a page is a document of its own, whose reception names the one before. Bytes that are the document's own are not
     * kept twice.
     */
    "CREATE TABLE reception ("
    " number INTEGER NOT NULL PRIMARY KEY,"
    " document TEXT NOT NULL REFERENCES document (id),"
    " name TEXT NOT NULL,"
    " url TEXT,"
    " status INTEGER,"
    " headers TEXT,"
    " etag TEXT,"
    " last_modified TEXT,"
    " archive_url TEXT,"
    " charset TEXT,"
    " charset_from TEXT,"
    " language TEXT,"
    " modified TEXT,"
    " note TEXT,"
    " whole_page INTEGER NOT NULL CHECK (whole_page IN (0, 1)),"
    " previous TEXT REFERENCES document (id),"
    " sha256 TEXT NOT NULL,"
    " bytes INTEGER NOT NULL,"
    " layout TEXT,"
    " at TEXT NOT NULL,"
    " reviewer TEXT,"
    " digest TEXT NOT NULL,"
    " event INTEGER NOT NULL UNIQUE REFERENCES event (number)"
    ") STRICT;"
    "CREATE INDEX reception_of_document ON reception (document, number);"
    "CREATE INDEX reception_by_name ON reception (name, number);"
    "CREATE INDEX reception_by_previous ON reception (previous, number) WHERE previous IS NOT NULL;"
    "CREATE TABLE reception_body ("
    " reception INTEGER NOT NULL REFERENCES reception (number),"
    " form TEXT NOT NULL CHECK (form IN ('received', 'layout')),"
    " packed BLOB NOT NULL,"
    " PRIMARY KEY (reception, form)"
    ") STRICT;"
    GUARD("reception") GUARD("reception_body")

    "PRAGMA user_version = 3;",

    /* Bytes that came in before are found without being read again: an interrupted run goes on where it stopped. */
    "CREATE INDEX document_by_sha256 ON document (sha256, number);"

    "PRAGMA user_version = 4;",

    /*
     * Reference series and their points. Points lie in the order in which they are asked for: an entity's, in time. A key is
     * an entity's code, or "=" and its name where it has none; `written` and "column" are NULL where they say nothing more
     * than `value`, and the series's column or the period. A series's row comes after its points, whose digest it holds.
     */
    "CREATE TABLE series ("
    " number INTEGER NOT NULL UNIQUE,"
    " id TEXT NOT NULL PRIMARY KEY,"
    " name TEXT NOT NULL,"
    " measure TEXT NOT NULL,"
    " form TEXT NOT NULL,"
    " unit TEXT NOT NULL,"
    " scale INTEGER NOT NULL,"
    " per TEXT,"
    " \"of\" TEXT,"
    " basis TEXT,"
    " base TEXT,"
    " frequency TEXT NOT NULL,"
    " \"first\" TEXT NOT NULL,"
    " \"last\" TEXT NOT NULL,"
    " source TEXT,"
    " url TEXT,"
    " vintage TEXT,"
    " retrieved TEXT,"
    " note TEXT,"
    " \"table\" TEXT NOT NULL,"
    " sha256 TEXT NOT NULL,"
    " bytes INTEGER NOT NULL,"
    " \"column\" TEXT,"
    " points INTEGER NOT NULL,"
    " entities INTEGER NOT NULL,"
    " points_digest TEXT NOT NULL,"
    " added_at TEXT NOT NULL,"
    " added_by TEXT,"
    " digest TEXT NOT NULL,"
    " event INTEGER NOT NULL UNIQUE REFERENCES event (number)"
    ") STRICT;"
    "CREATE TABLE series_point ("
    " series INTEGER NOT NULL REFERENCES series (number) DEFERRABLE INITIALLY DEFERRED,"
    " key TEXT NOT NULL,"
    " \"first\" TEXT NOT NULL,"
    " \"last\" TEXT NOT NULL,"
    " \"row\" INTEGER NOT NULL,"
    " entity_name TEXT NOT NULL,"
    " period TEXT NOT NULL,"
    " value TEXT NOT NULL,"
    " written TEXT,"
    " \"column\" TEXT,"
    " PRIMARY KEY (series, key, \"first\", \"last\")"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE series_drop ("
    " series TEXT NOT NULL REFERENCES series (id),"
    " dropped INTEGER NOT NULL CHECK (dropped IN (0, 1)),"
    " reason TEXT,"
    " reviewer TEXT,"
    " at TEXT NOT NULL,"
    " digest TEXT NOT NULL,"
    " event INTEGER NOT NULL UNIQUE REFERENCES event (number),"
    " PRIMARY KEY (series, event)"
    ") STRICT;"
    GUARD("series") GUARD("series_point") GUARD("series_drop")

    "PRAGMA user_version = 5;",

    /* What verdicts rest on: at most one row a verdict, in the transaction and the event of the verdict. */
    "CREATE TABLE basis ("
    " verdict_id TEXT NOT NULL PRIMARY KEY REFERENCES verdict (id),"
    " reason TEXT,"
    " status TEXT,"
    " suggested TEXT,"
    " arithmetic TEXT,"
    " digest TEXT NOT NULL,"
    " event INTEGER NOT NULL UNIQUE REFERENCES event (number)"
    ") STRICT;"
    GUARD("basis")

    "PRAGMA user_version = 6;",

    /*
     * Looks at sources. `kept` is what they brought, by its SHA-256 and packed, so that the same bytes are there once; a
     * visit names its bytes, its text and its layout there. What a visit found of each citation stands in `sighting`.
     */
    "CREATE TABLE visit ("
    " number INTEGER NOT NULL PRIMARY KEY,"
    " id TEXT NOT NULL UNIQUE,"
    " source TEXT NOT NULL REFERENCES source (id),"
    " outcome TEXT NOT NULL,"
    " name TEXT NOT NULL,"
    " url TEXT,"
    " status INTEGER,"
    " etag TEXT,"
    " last_modified TEXT,"
    " media TEXT,"
    " charset TEXT,"
    " charset_from TEXT,"
    " sha256 TEXT,"
    " bytes INTEGER NOT NULL,"
    " text TEXT,"
    " layout TEXT,"
    " note TEXT,"
    " at TEXT NOT NULL,"
    " reviewer TEXT NOT NULL,"
    " digest TEXT NOT NULL,"
    " event INTEGER NOT NULL UNIQUE REFERENCES event (number)"
    ") STRICT;"
    "CREATE INDEX visit_of_source ON visit (source, number);"
    "CREATE INDEX visit_sha256 ON visit (sha256) WHERE sha256 IS NOT NULL;"
    "CREATE INDEX visit_text ON visit (text) WHERE text IS NOT NULL;"
    "CREATE INDEX visit_layout ON visit (layout) WHERE layout IS NOT NULL;"
    "CREATE TABLE kept ("
    " sha256 TEXT NOT NULL PRIMARY KEY,"
    " packed BLOB NOT NULL"
    ") STRICT;"
    "CREATE TABLE sighting ("
    " visit TEXT NOT NULL REFERENCES visit (id),"
    " citation TEXT NOT NULL REFERENCES citation (id),"
    " quote TEXT,"
    " \"start\" INTEGER NOT NULL,"
    " \"end\" INTEGER NOT NULL,"
    " origin INTEGER NOT NULL,"
    " origin_end INTEGER NOT NULL,"
    " places INTEGER NOT NULL,"
    " place TEXT,"
    " figure TEXT,"
    " figure_literal TEXT,"
    " figure_place TEXT,"
    " event INTEGER NOT NULL REFERENCES event (number),"
    " PRIMARY KEY (citation, event)"
    ") STRICT;"
    "CREATE INDEX sighting_of_event ON sighting (event, citation);"
    GUARD("visit") GUARD("kept") GUARD("sighting")

    /*
     * A source can be edited, and merged into another: each state that it had is in the event that made it so, and a row
     * without a later event is refused as before.
     */
    "ALTER TABLE source ADD COLUMN accessed TEXT;"
    "ALTER TABLE source ADD COLUMN kind TEXT;"
    "ALTER TABLE source ADD COLUMN reliability TEXT;"
    "ALTER TABLE source ADD COLUMN csl TEXT;"
    "ALTER TABLE source ADD COLUMN merged TEXT REFERENCES source (id);"
    "CREATE INDEX source_merged ON source (merged) WHERE merged IS NOT NULL;"
    "DROP TRIGGER source_is_only_filled_in;"
    "CREATE TRIGGER source_changes_by_an_event BEFORE UPDATE ON source"
    " WHEN NEW.number <> OLD.number OR NEW.id <> OLD.id OR NEW.event <= OLD.event"
    " BEGIN SELECT RAISE(ABORT, 'a source is only changed by a later event'); END;"

    "PRAGMA user_version = 7;",
};
/* clang-format on */

const struct migrations schema_migrations = {SCHEMA_APPLICATION, steps, sizeof(steps) / sizeof(steps[0])};

static int order(const struct driver_object *a, const struct driver_object *b)
{
    int by_type = str_cmp(a->type, b->type);
    return by_type != 0 ? by_type : str_cmp(a->name, b->name);
}

struct audience {
    driver_fault_fn *fn;
    void *ctx;
    struct arena *arena;
};

static void say(const struct audience *audience, const struct driver_object *object, const char *what)
{
    struct str line =
        arena_printf(audience->arena, "the %.*s '%.*s' %s", STR_ARG(object->type), STR_ARG(object->name), what);
    audience->fn(audience->ctx, line.ptr);
}

/* Both lists are in the same order: one walk along the two. */
static void compare(const struct audience *audience, const struct driver_object *wanted, size_t wanted_count,
                    const struct driver_object *found, size_t found_count)
{
    size_t i = 0, j = 0;
    while (i < wanted_count || j < found_count) {
        int by = i == wanted_count ? 1 : j == found_count ? -1 : order(&wanted[i], &found[j]);
        if (by < 0) {
            say(audience, &wanted[i++], "is missing from the store");
        } else if (by > 0) {
            say(audience, &found[j++], "is no part of a store");
        } else {
            if (!str_eq(wanted[i].sql, found[j].sql))
                say(audience, &found[j], "is not as this program makes it");
            i++;
            j++;
        }
    }
}

bool schema_verify(struct driver *driver, driver_fault_fn *fn, void *ctx, struct err *err)
{
    struct arena arena = {0};
    struct driver *fresh = NULL;
    struct driver_object *wanted = NULL, *found = NULL;
    size_t wanted_count = 0, found_count = 0;
    bool done = driver_open_scratch(&schema_migrations, &fresh, err) &&
                driver_objects(fresh, &arena, &wanted, &wanted_count, err) &&
                driver_objects(driver, &arena, &found, &found_count, err);
    if (done)
        compare(&(struct audience){fn, ctx, &arena}, wanted, wanted_count, found, found_count);
    driver_close(fresh);
    arena_release(&arena);
    return done;
}
