/*
 * The colours of pages and pictures, by what they stand for, in the light scheme and the dark one: a CSS text. Contrast is
 * at least 4.5:1 on --page and --card (WCAG 2.2, 1.4.3), which tests/test_report_html.c works out.
 */
#ifndef CORE_REPORT_HTML_PALETTE_H
#define CORE_REPORT_HTML_PALETTE_H

#define HTML_PALETTE                                                                                                   \
    ":root{color-scheme:light dark;--page:#f6f4ef;--card:#ffffff;--ink:#1c1b19;--soft:#55524c;--line:#d6d1c6;"         \
    "--link:#0b4f8a;--mark:#fff1a8;--mark-line:#8a6a00;--desk:#1c1b19;"                                                \
    "--accurate:#17663a;--mostly-accurate:#43690f;--partly:#7d5a00;--misleading:#9c4400;--inaccurate:#a5192c;"         \
    "--outdated:#5a4794;--unsupported:#8a2f6b;--not-checkable:#45525e;--open:#5b5b5b;--no-claim:#6a6760}\n"            \
    "@media "                                                                                                          \
    "(prefers-color-scheme:dark){:root{--page:#131417;--card:#1c1e22;--ink:#eceae5;--soft:#b3afa6;--line:#3b3e45;"     \
    "--link:#8cc4ff;--mark:#4d4310;--mark-line:#d9b93b;--desk:#eceae5;"                                                \
    "--accurate:#6ed39a;--mostly-accurate:#a9d36a;--partly:#e6bd58;--misleading:#f5a261;--inaccurate:#ff8f92;"         \
    "--outdated:#bfaeff;--unsupported:#eb9fd0;--not-checkable:#b0bcc8;--open:#bdbdbd;--no-claim:#a5a29a}}\n"

#endif
