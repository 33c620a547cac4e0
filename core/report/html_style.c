/*
 * What every HTML report has: the head, the style sheet, the shapes.
 *
 * Colour never says anything alone: each state has a shape and its name beside it. Text colours keep a contrast of 4.5:1
 * on what they stand on, in both schemes (WCAG 2.2, 1.4.3); tests/test_report_html.c works it out from the sheet.
 */
#include <nettle/base64.h>

#include "core/base/hash.h"
#include "core/report/desk.h"
#include "core/report/html.h"
#include "core/report/html_palette.h"

/* No "<" and no "&": the sheet is read as it stands by HTML parsers, and as text by XML parsers. */
const char html_sheet[] = HTML_PALETTE
    "@media print{:root{color-scheme:light;--page:#ffffff;--card:#ffffff;--ink:#000000;--soft:#444444;--line:#b5b5b5;"
    "--link:#0b4f8a;--mark:#fff1a8;--mark-line:#8a6a00;--desk:#1c1b19;"
    "--accurate:#17663a;--mostly-accurate:#43690f;--partly:#7d5a00;--misleading:#9c4400;--inaccurate:#a5192c;"
    "--outdated:#5a4794;--unsupported:#8a2f6b;--not-checkable:#45525e;--open:#5b5b5b;--no-claim:#6a6760}}\n"
    "*{box-sizing:border-box}\n"
    "html{font-size:100%;-webkit-text-size-adjust:100%;scroll-behavior:auto}\n"
    "body{margin:0;background:var(--page);color:var(--ink);"
    "font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif;"
    "overflow-wrap:anywhere}\n"
    ".page{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}\n"
    "h1,h2,h3,.figure,.said blockquote,.lede,.because,.desk{font-family:Georgia,'Iowan Old Style',"
    "'Source Serif 4','Noto Serif','Liberation Serif','DejaVu Serif',serif}\n"
    "header{border-top:6px solid var(--desk);padding-top:.9rem}\n"
    ".desk{font-size:1.125rem;font-weight:700;margin:0 0 1.5rem;display:flex;align-items:center;gap:.6rem}\n"
    ".desk img{height:2.25rem;width:auto;max-width:12rem}\n"
    "h1{font-size:clamp(2.1rem,7vw,3.1rem);line-height:1.05;margin:0 0 .5rem;letter-spacing:-.015em;"
    "font-weight:700}\n"
    "h2{font-size:1.65rem;line-height:1.2;margin:2.75rem 0 .5rem;padding-top:.7rem;"
    "border-top:1px solid var(--ink);letter-spacing:-.005em;text-wrap:balance}\n"
    "h3{font-size:1.1rem;margin:0}\n"
    "p{margin:.4rem 0}\n"
    "a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:.06em}\n"
    "a:focus-visible{outline:3px solid var(--link);outline-offset:2px}\n"
    ".skip{position:absolute;left:-99rem}\n"
    ".skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:1}\n"
    ".shapes{position:absolute;width:0;height:0}\n"
    ".icon,.mark{fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}\n"
    ".icon{width:1.15em;height:1.15em;flex:none;vertical-align:-.2em}\n"
    ".made,.by,.kind,.hint,.byline{color:var(--soft);font-size:.875rem}\n"
    ".byline{font-size:1rem;margin:0 0 .75rem}\n"
    ".part{font-weight:600;border-left:4px solid var(--mark-line);padding-left:.75rem}\n"
    ".lede{font-size:1.3rem;line-height:1.4;margin:.75rem 0 1rem;text-wrap:pretty}\n"
    ".band{display:block;width:100%;height:2.5rem;margin:1.25rem 0 .6rem}\n"
    ".band rect{stroke:var(--page);stroke-width:2}\n"
    ".band .icon{stroke:var(--card);stroke-width:2}\n"
    ".band .c-open{color:var(--card);stroke:var(--open);stroke-dasharray:5 4}\n"
    ".band .on-open{stroke:var(--open)}\n"
    ".legend{list-style:none;margin:0;padding:0;display:grid;"
    "grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:0 1.75rem}\n"
    ".legend li{display:flex;align-items:center;border-bottom:1px solid var(--line);padding:.35rem 0}\n"
    ".legend .count{margin-left:auto;font-variant-numeric:tabular-nums;font-weight:700}\n"
    ".legend .share{color:var(--soft);width:3.6em;text-align:right;font-variant-numeric:tabular-nums;"
    "font-size:.875rem}\n"
    "h3.findings{margin:1.4rem 0 .2rem}\n"
    "ul.findings{list-style:none;margin:0;padding:0}\n"
    "ul.findings li{display:grid;grid-template-columns:10.5rem 1fr;gap:.1rem .75rem;padding:.35rem 0;"
    "border-bottom:1px solid var(--line);align-items:baseline}\n"
    "ul.findings .by{display:inline-block}\n"
    "ul.findings a{font-family:Georgia,'Liberation Serif','DejaVu Serif',serif;font-size:1.0625rem;font-weight:700}\n"
    ".badge{display:inline-flex;align-items:baseline;gap:.4em;font-weight:700;white-space:nowrap}\n"
    ".badge .icon{align-self:center}\n"
    ".card{background:var(--card);border:1px solid var(--line);border-top:4px solid var(--line);margin:1.25rem 0;"
    "padding:1rem 1.25rem 1.1rem;break-inside:avoid}\n"
    ".card:target{outline:3px solid var(--link)}\n"
    ".card.t-open{background:none;border-left:0;border-right:0;border-bottom:0;border-top:1px dashed var(--open);"
    "padding:.9rem 0 .25rem}\n"
    ".top{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-end;gap:.1rem 1rem}\n"
    ".figure{font-size:1.55rem;line-height:1.2;font-weight:700}\n"
    ".t-open .figure{font-size:1.25rem}\n"
    ".number{display:block;font:600 .8125rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',"
    "sans-serif;color:var(--soft);letter-spacing:.02em}\n"
    ".said{margin:.6rem 0}\n"
    ".said blockquote{margin:0;font-size:1.1875rem;line-height:1.45;text-wrap:pretty}\n"
    ".t-open .said blockquote{font-size:1.0625rem}\n"
    ".said figcaption{margin-top:.3rem;color:var(--soft);font-size:.9375rem}\n"
    "mark{background:var(--mark);color:inherit;border-bottom:2px solid var(--mark-line);padding:0 .1em;"
    "-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
    "dl{display:grid;grid-template-columns:minmax(5.5rem,max-content) 1fr;gap:.15rem 1rem;margin:.6rem 0;"
    "font-size:.9375rem}\n"
    "dt{color:var(--soft)}\n"
    "dd{margin:0}\n"
    ".origin,.facts,.sources dl{font-size:.875rem}\n"
    ".facts{margin:.5rem 0}\n"
    "h4{font-size:.8125rem;margin:1.1rem 0 .25rem;color:var(--soft);letter-spacing:.06em;"
    "text-transform:uppercase}\n"
    ".verdict{border-left:4px solid var(--line);padding-left:.9rem;margin:1rem 0}\n"
    ".verdict h4{margin-top:0}\n"
    ".because{white-space:pre-line;margin:.15rem 0;font-size:1.0625rem;line-height:1.5}\n"
    ".chart{margin:1.1rem 0 .5rem}\n"
    ".chart svg{display:block;overflow:visible}\n"
    ".chart text{fill:var(--ink);font-size:.8125rem;font-variant-numeric:tabular-nums}\n"
    ".chart figcaption{text-align:right;color:var(--soft);font-size:.8125rem}\n"
    ".chart .grid{stroke:var(--line);stroke-width:1}\n"
    ".chart .within{fill:var(--mark);stroke:var(--mark-line);stroke-width:1;-webkit-print-color-adjust:exact;"
    "print-color-adjust:exact}\n"
    ".chart .claimed{stroke:var(--ink);stroke-width:8}\n"
    ".chart .span{stroke:var(--soft);stroke-width:2}\n"
    ".chart .mark{stroke-width:3}\n"
    ".m-supports{color:var(--accurate)}.m-refutes{color:var(--inaccurate)}.m-context{color:var(--soft)}\n"
    ".sources{margin:0;padding:0;list-style:none;counter-reset:source}\n"
    ".sources>li{counter-increment:source;position:relative;padding:.45rem 0 .2rem 1.6rem;"
    "border-top:1px solid var(--line)}\n"
    ".sources>li:first-child{border-top:0}\n"
    ".sources>li::before{content:counter(source) '.';position:absolute;left:0;color:var(--soft);"
    "font-variant-numeric:tabular-nums}\n"
    ".sources blockquote{margin:.35rem 0;padding-left:.8rem;border-left:2px solid var(--line);"
    "white-space:pre-line;font-family:Georgia,'Liberation Serif','DejaVu Serif',serif}\n"
    ".sources dl{margin:.3rem 0}\n"
    "cite{font-style:italic}\n"
    "time{white-space:nowrap}\n"
    ".stance{font-weight:600}\n"
    ".top p{margin:.15rem 0}\n"
    ".earlier,.corrections{margin:.2rem 0;padding:0;list-style:none}\n"
    ".corrections li{padding:.4rem 0;border-bottom:1px solid var(--line)}\n"
    ".corrections .by{display:block}\n"
    "table{width:100%;border-collapse:collapse;font-size:.9375rem}\n"
    "caption{text-align:left;color:var(--soft);font-size:.875rem;padding-bottom:.4rem}\n"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}\n"
    "th:last-child,td:last-child{padding-right:0}\n"
    "thead th{border-bottom:2px solid var(--ink)}\n"
    ".counts td,.counts th:not(:first-child){text-align:right;font-variant-numeric:tabular-nums}\n"
    ".counts tbody th{font-weight:400}\n"
    "td.kind{white-space:nowrap}\n"
    "td .badge{font-weight:600;text-decoration:inherit}\n"
    "tr{break-inside:avoid}\n"
    ".context{color:var(--soft)}\n"
    ".context b{color:var(--ink)}\n"
    ".c-accurate{color:var(--accurate)}.c-mostly-accurate{color:var(--mostly-accurate)}"
    ".c-partly{color:var(--partly)}.c-misleading{color:var(--misleading)}.c-inaccurate{color:var(--inaccurate)}"
    ".c-outdated{color:var(--outdated)}.c-unsupported{color:var(--unsupported)}"
    ".c-not-checkable{color:var(--not-checkable)}.c-open{color:var(--open)}.c-no-claim{color:var(--no-claim)}\n"
    ".t-accurate{border-top-color:var(--accurate)}.t-accurate .verdict{border-left-color:var(--accurate)}"
    ".t-mostly-accurate{border-top-color:var(--mostly-accurate)}"
    ".t-mostly-accurate .verdict{border-left-color:var(--mostly-accurate)}"
    ".t-partly{border-top-color:var(--partly)}.t-partly .verdict{border-left-color:var(--partly)}"
    ".t-misleading{border-top-color:var(--misleading)}.t-misleading .verdict{border-left-color:var(--misleading)}"
    ".t-inaccurate{border-top-color:var(--inaccurate)}.t-inaccurate .verdict{border-left-color:var(--inaccurate)}"
    ".t-outdated{border-top-color:var(--outdated)}.t-outdated .verdict{border-left-color:var(--outdated)}"
    ".t-unsupported{border-top-color:var(--unsupported)}"
    ".t-unsupported .verdict{border-left-color:var(--unsupported)}"
    ".t-not-checkable{border-top-color:var(--not-checkable)}"
    ".t-not-checkable .verdict{border-left-color:var(--not-checkable)}\n"
    ".wide{max-width:66rem}\n"
    ".sheet{white-space:pre-wrap;font:1.125rem/1.7 Georgia,'Iowan Old Style','Liberation Serif','DejaVu Serif',"
    "serif;margin-top:1rem}\n"
    ".sheet mark{background:none;border-bottom:3px solid currentColor;padding:0}\n"
    ".sheet mark .icon{margin-left:.2em;width:.9em;height:.9em}\n"
    ".sheet .m-no-claim{border-bottom:1px dotted currentColor}\n"
    ".unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}\n"
    ".note{display:block;white-space:normal;margin:.5rem 0 .9rem 1rem;padding:.4rem .8rem;background:var(--card);"
    "border:1px solid var(--line);border-left-width:4px;"
    "font:.875rem/1.45 system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',sans-serif;break-inside:avoid}\n"
    ".note .line{display:block}.note .kind{margin-left:.4em}.note .because{font:inherit}\n"
    ".l-accurate{border-left-color:var(--accurate)}.l-mostly-accurate{border-left-color:var(--mostly-accurate)}"
    ".l-partly{border-left-color:var(--partly)}.l-misleading{border-left-color:var(--misleading)}"
    ".l-inaccurate{border-left-color:var(--inaccurate)}.l-outdated{border-left-color:var(--outdated)}"
    ".l-unsupported{border-left-color:var(--unsupported)}.l-not-checkable{border-left-color:var(--not-checkable)}"
    ".l-open{border-left-color:var(--open)}\n"
    "@media (min-width:56rem){.sheet{padding-right:21rem}.note{float:right;clear:right;width:19rem;"
    "margin:.2rem -21rem .8rem 0}.sheet+.hint{clear:both}}\n"
    ".sheet::after{content:'';display:block;clear:both}\n"
    "@media (max-width:34rem){.card{padding:.85rem .9rem;margin-left:-.25rem;margin-right:-.25rem}"
    ".card.t-open{margin-left:0;margin-right:0}.sources dl,.origin{grid-template-columns:1fr;gap:0}"
    ".sources dd,.origin dd{margin-bottom:.35rem}.facts{grid-template-columns:minmax(5rem,max-content) 1fr}"
    ".sources>li{padding-left:1.5rem}.said blockquote{font-size:1.0625rem}}\n"
    "@media print{@page{margin:16mm 16mm 18mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:8pt "
    "sans-serif;color:#444444}}html{font-size:9pt}dl,.chart,.verdict{break-inside:avoid}"
    "h2+dl,.byline{break-after:avoid}.page{max-width:none;padding:0}.skip{display:none}"
    "h2,h3,h4{break-after:avoid}a{color:inherit}thead{display:table-header-group}}\n";

/* What marks a figure on an axis. */
#define CHART_SHAPES                                                                                                   \
    "<symbol id=\"i-disc\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6\" fill=\"currentColor\"/></symbol>\n" \
    "<symbol id=\"i-cross\" viewBox=\"0 0 16 16\"><path d=\"M3 3l10 10M13 3L3 13\"/></symbol>\n"                       \
    "<symbol id=\"i-ring\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6\"/></symbol>\n"

const char html_chart_shapes[] = CHART_SHAPES;

/* Each is drawn in lines on 16 by 16, so that it reads in one colour, small, and on paper. */
const char html_shapes[] =
    "<svg class=\"shapes\" xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\">\n"
    "<symbol id=\"i-accurate\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.6\"/>"
    "<path d=\"M4.9 8.2l2.2 2.2 4-4.6\"/></symbol>\n"
    "<symbol id=\"i-mostly-accurate\" viewBox=\"0 0 16 16\"><path d=\"M2.5 8.8l3.7 3.7L13.5 4\"/></symbol>\n"
    "<symbol id=\"i-partly\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.6\"/>"
    "<path fill=\"currentColor\" d=\"M8 1.4a6.6 6.6 0 0 0 0 13.2z\"/></symbol>\n"
    "<symbol id=\"i-misleading\" viewBox=\"0 0 16 16\"><path d=\"M8 1.8L14.9 14H1.1zM8 6.2v3.6M8 11.8v.2\"/></symbol>\n"
    "<symbol id=\"i-inaccurate\" viewBox=\"0 0 16 16\"><path d=\"M1.8 1.8h12.4v12.4H1.8zM5.2 5.2l5.6 5.6"
    "M10.8 5.2l-5.6 5.6\"/></symbol>\n"
    "<symbol id=\"i-outdated\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.6\"/><path d=\"M8 4.2V8l2.7 "
    "1.9\"/>"
    "</symbol>\n"
    "<symbol id=\"i-unsupported\" viewBox=\"0 0 16 16\"><path d=\"M8 1L15 8 8 15 1 8zM6.5 6.5a1.55 1.55 0 1 1 2.2 1.4"
    "c-.5.2-.7.6-.7 1.1M8 11v.1\"/></symbol>\n"
    "<symbol id=\"i-not-checkable\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.6\"/><path d=\"M4.8 8h6.4\"/>"
    "</symbol>\n"
    "<symbol id=\"i-open\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.6\" stroke-dasharray=\"2.6 2.6\"/>"
    "</symbol>\n"
    "<symbol id=\"i-no-claim\" viewBox=\"0 0 16 16\"><path d=\"M5.5 8h5\"/></symbol>\n"
    "<symbol id=\"i-supports\" viewBox=\"0 0 16 16\"><path d=\"M8 3v10M3 8h10\"/></symbol>\n"
    "<symbol id=\"i-refutes\" viewBox=\"0 0 16 16\"><path d=\"M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 "
    "8.4\"/></symbol>\n" CHART_SHAPES
    "<symbol id=\"i-context\" viewBox=\"0 0 16 16\"><path d=\"M3 5h10M3 8h10M3 11h6\"/></symbol>\n"
    "</svg>\n";

/* A sheet as the policy names it: "'sha256-…'". */
static void add_source(struct buf *out, struct str sheet)
{
    struct digest digest = digest_of(sheet);
    char encoded[BASE64_ENCODE_RAW_LENGTH(DIGEST_SIZE) + 1] = {0};
    base64_encode_raw(encoded, DIGEST_SIZE, digest.bytes);
    buf_printf(out, " 'sha256-%s'", encoded);
}

/* The desk's own colour for rules, in both schemes and on paper; desk.c lets nothing but "#rrggbb" through. */
static void add_desk_sheet(struct buf *out, const struct desk *desk)
{
    if (!desk || (!desk->colour.ptr && !desk->colour_dark.ptr))
        return;
    struct str light = desk->colour.ptr ? desk->colour : desk->colour_dark;
    struct str dark = desk->colour_dark.ptr ? desk->colour_dark : desk->colour;
    buf_printf(out,
               ":root{--desk:%.*s}@media (prefers-color-scheme:dark){:root{--desk:%.*s}}"
               "@media print{:root{--desk:%.*s}}",
               STR_ARG(light), STR_ARG(dark), STR_ARG(light));
}

/* Allows these very sheets, a picture that is in the page, and no other style, script, picture, frame, form or request. */
static void policy(struct report *report, struct str desk_sheet)
{
    struct buf sources = {0};
    add_source(&sources, str_from(html_sheet));
    if (desk_sheet.len > 0)
        add_source(&sources, desk_sheet);
    fprintf(report->out,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src%.*s; %s"
            "base-uri 'none'; form-action 'none'\"/>\n",
            STR_ARG(buf_view(&sources)), report->head.desk && report->head.desk->logo.ptr ? "img-src data:; " : "");
    buf_release(&sources);
}

void html_head(struct report *report, int title)
{
    const char *language = languages.name[report->style.voice.language];
    struct buf desk_sheet = {0};
    add_desk_sheet(&desk_sheet, report->head.desk);
    fprintf(report->out,
            "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\" xml:lang=\"%s\">\n<head>\n"
            "<meta charset=\"utf-8\"/>\n",
            language, language);
    policy(report, buf_view(&desk_sheet));
    html_put(report, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                     "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
                     "<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"generator\" content=\"");
    html_text(report, report->head.version);
    html_put(report, "\"/>\n<title>");
    html_say(report, title);
    html_put(report, "</title>\n<style>");
    html_put(report, html_sheet);
    html_put(report, "</style>\n");
    if (desk_sheet.len > 0)
        fprintf(report->out, "<style>%s</style>\n", desk_sheet.ptr);
    html_put(report, "</head>\n<body>\n");
    html_put(report, html_shapes);
    buf_release(&desk_sheet);
}

static void made(struct report *report)
{
    struct buf words = {0};
    VOICE_FILL(&words, &report->style.voice, PHRASE_MADE_BY, report->head.version);
    html_put(report, "<p class=\"made\">");
    html_time(report, report->head.generated_at);
    html_text(report, buf_view(&words));
    html_put(report, "</p>\n");
    if (report->head.selection.ptr) {
        buf_clear(&words);
        VOICE_FILL(&words, &report->style.voice, PHRASE_THIS_REPORT_HOLDS, report->head.selection);
        html_put(report, "<p class=\"part\">");
        html_text(report, buf_view(&words));
        html_put(report, "</p>\n");
    }
    buf_release(&words);
}

void html_masthead(struct report *report, int title)
{
    const struct desk *desk = report->head.desk;
    html_put(report, "<header>\n");
    if (desk && (desk->logo.ptr || desk->name.ptr)) {
        html_put(report, "<p class=\"desk\">");
        if (desk->logo.ptr) {
            html_put(report, "<img alt=\"\" src=\"");
            html_text(report, desk->logo);
            html_put(report, "\"/> ");
        }
        html_text(report, desk->name);
        html_put(report, "</p>\n");
    }
    html_put(report, "<h1>");
    html_say(report, title);
    html_put(report, "</h1>\n");
    made(report);
    html_put(report, "</header>\n");
}
