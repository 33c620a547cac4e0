# assay: `make demo` shows it at work, `make check` runs every test, `make` builds, `make help` lists the rest.

VERSION := 0.1.0
PREFIX ?= /usr/local
BUILD ?= build
FUZZ_SECONDS ?= 60

# What it stands on, as PROBE=PACKAGE for .ci/need: how to see whether it is here, and the Debian package that brings it.
LIBRARIES := sqlite3 jansson libzstd nettle libcmark libutf8proc gumbo expat gmp
COMPILER_NEEDS = $(if $(filter default,$(origin CC)),cc=gcc stdio.h=libc6-dev) pkg-config=pkg-config
BUILD_NEEDS = $(COMPILER_NEEDS) sqlite3.pc=libsqlite3-dev jansson.pc=libjansson-dev libzstd.pc=libzstd-dev \
    nettle.pc=nettle-dev libcmark.pc=libcmark-dev libutf8proc.pc=libutf8proc-dev \
    gumbo.pc=libgumbo-dev expat.pc=libexpat1-dev gmp.pc=libgmp-dev libuchardet.so.0=libuchardet0 \
    libgmime-3.0.so.0=libgmime-3.0-0 curl/curl.h=libcurl4-openssl-dev \
    zip.h=libzip-dev pdftotext=poppler-utils
TEST_NEEDS = cmocka.pc=libcmocka-dev git=git sqlite3=sqlite3 tidy=tidy xmllint=libxml2-utils iso-codes.pc=iso-codes \
    /usr/bin/jsonschema=python3-jsonschema
LINT_NEEDS = clang-tidy=clang-tidy clang-format=clang-format cppcheck=cppcheck

CC ?= cc
CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wvla \
    -Wno-missing-field-initializers # what a table leaves out is zero
# A warning is an error for who works on assay, not for who only runs it with a compiler newer than ours.
WERROR ?= -Werror
SANITIZE_FLAGS := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
FUZZ_FLAGS := $(SANITIZE_FLAGS) -fsanitize=fuzzer-no-link

# pkg-config is asked once, when the first file is compiled: before that it may not be on the machine.
need_libraries = $(if $(shell pkg-config --exists $(1) && echo yes),,\
    $(error libraries are missing ($(1)): run 'make deps', which installs them))
LIBRARY_CFLAGS = $(eval LIBRARY_CFLAGS := $$(call need_libraries,$(LIBRARIES))$$(patsubst -I%,-isystem%,\
    $$(shell pkg-config --cflags $(LIBRARIES))))$(LIBRARY_CFLAGS)
LIBRARY_LIBS = $(eval LIBRARY_LIBS := $$(shell pkg-config --libs $(LIBRARIES)))$(LIBRARY_LIBS)
CMOCKA_LIBS = $(eval CMOCKA_LIBS := $$(call need_libraries,cmocka)$$(shell pkg-config --libs cmocka))$(CMOCKA_LIBS)

ASSAY_CPPFLAGS = -I. -D_GNU_SOURCE -DASSAY_VERSION='"$(VERSION)"' $(CPPFLAGS)
ASSAY_CFLAGS = -std=c17 -pthread $(WARNINGS) $(WERROR) $(CFLAGS) $(LIBRARY_CFLAGS)

CORE := $(wildcard core/*/*.c)
STORAGE := $(wildcard storage/*.c)
CMD := $(wildcard cmd/*.c cmd/tty/*.c)
TESTS := $(wildcard tests/test_*.c)
TEST_SUPPORT := $(filter-out $(TESTS),$(wildcard tests/*.c))
FUZZERS := $(wildcard tests/fuzz/fuzz_*.c)
EVAL := tests/eval/eval.c
BENCH := $(wildcard tests/bench/*.c)
SOURCES := $(CORE) $(STORAGE) $(CMD) $(TESTS) $(TEST_SUPPORT) $(FUZZERS) $(EVAL) $(BENCH)
FUZZ_SEEDS := $(wildcard tests/fuzz/seeds tests/cases samples)
HEADERS := $(wildcard core/*/*.h storage/*.h cmd/*.h cmd/tty/*.h tests/*.h tests/eval/*.h)

objects = $(patsubst %.c,$(BUILD)/%.o,$(1))
library_objects := $(call objects,$(CORE) $(STORAGE))
command_objects := $(call objects,$(CMD))
# A test may use what cmd/ is made of, all but its main().
testable_objects := $(library_objects) $(filter-out $(BUILD)/cmd/main.o,$(command_objects)) $(call objects,$(TEST_SUPPORT))
test_programs := $(patsubst %.c,$(BUILD)/%,$(TESTS))
bench_programs := $(patsubst %.c,$(BUILD)/%,$(BENCH))
fuzz_programs := $(patsubst %.c,$(BUILD)/%,$(FUZZERS))

# As many jobs as processors, where the user has not said how many.
parallel = $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(shell nproc))
again = +@$(MAKE) --no-print-directory -s $(parallel)

.PHONY: all demo check check-browser eval bench lint fuzz format install uninstall tag-words deps clean help programs-and-tests \
    fuzz-programs bench-programs lint-format lint-cppcheck lint-tidy
.SECONDARY:
.DELETE_ON_ERROR:

all: $(BUILD)/assay ## build assay into build/ (what make does when told nothing)

demo: ## install what is missing, build, and show the whole loop on samples/
	@sh .ci/need $(BUILD_NEEDS)
	$(again) WERROR= all
	@sh samples/demo.sh $(BUILD)/assay

check: ## install what is missing, build, and run every test, plain and under sanitizers
	@sh .ci/need $(BUILD_NEEDS) $(TEST_NEEDS)
	$(again) WERROR= programs-and-tests
	$(again) WERROR= BUILD=$(BUILD)/sanitize CFLAGS='$(SANITIZE_FLAGS)' programs-and-tests
	@bash tests/run $(BUILD) $(BUILD)/sanitize

check-browser: ## look at reports in headless chromium, with axe-core from npm (where chromium, node and npm are there)
	@sh .ci/need $(BUILD_NEEDS)
	$(again) WERROR= all
	@bash tests/browser/run $(BUILD)

eval: ## install what is missing, and measure the extractor on tests/eval (ERRORS=--errors shows each fault)
	@sh .ci/need $(BUILD_NEEDS)
	$(again) WERROR= $(BUILD)/tests/eval/eval
	@$(BUILD)/tests/eval/eval $(ERRORS)

bench: ## install what is missing, and measure speed and memory beside wc -w (tests/bench/README.md)
	@sh .ci/need $(BUILD_NEEDS)
	$(again) WERROR= bench-programs
	@bash tests/bench/run $(BUILD)

lint: ## install what is missing, and check warnings, clang-tidy, cppcheck and format
	@sh .ci/need $(BUILD_NEEDS) $(TEST_NEEDS) $(LINT_NEEDS)
	$(again) -k BUILD=$(BUILD)/lint WERROR=-Werror lint-format lint-cppcheck lint-tidy
	@echo "lint: clean"

fuzz: ## install what is missing, and run each tests/fuzz/fuzz_*.c for FUZZ_SECONDS (60)
	@sh .ci/need $(BUILD_NEEDS) clang=clang
	@sh .ci/need libfuzzer=libclang-rt-dev
	$(again) BUILD=$(BUILD)/fuzz CC=clang WERROR= CFLAGS='$(FUZZ_FLAGS)' fuzz-programs
	@for program in $(patsubst $(BUILD)/%,$(BUILD)/fuzz/%,$(fuzz_programs)); do \
	    corpus=$(BUILD)/fuzz/corpus/$$(basename $$program); mkdir -p $$corpus; \
	    if ! $$program -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=10 -print_final_stats=1 \
	        -artifact_prefix=$$program- $$corpus $(FUZZ_SEEDS) >$$program.log 2>&1; then \
	        tail -n 100 $$program.log; echo "$$program: a finding"; exit 1; fi; \
	    echo "$$program: $$(sed -n 's/.*executed_units: *//p' $$program.log) inputs, no finding"; done

format: ## lay the sources out as .clang-format says
	@sh .ci/need clang-format=clang-format
	@clang-format -i $(SOURCES) $(HEADERS)

tag-words: ## make core/text/tag_words.c anew from WordNet (package wordnet-base)
	sh core/text/tag_words.sh > $(BUILD)/tag_words.c
	mv $(BUILD)/tag_words.c core/text/tag_words.c

install: all ## install to $(DESTDIR)$(PREFIX)/bin
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BUILD)/assay $(DESTDIR)$(PREFIX)/bin/assay

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/assay

deps: ## install what building and testing need, and nothing else
	@sh .ci/need $(BUILD_NEEDS) $(TEST_NEEDS)

clean: ## remove everything that was built
	rm -rf $(BUILD)

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | awk -F '\t' '{printf "make %-13s %s\n", $$1, $$2}'

programs-and-tests: $(BUILD)/assay $(test_programs)

fuzz-programs: $(fuzz_programs)

bench-programs: $(BUILD)/assay $(bench_programs)

lint-format:
	@clang-format --dry-run -Werror $(SOURCES) $(HEADERS)

# cppcheck does not see that out_of_memory() never comes back.
lint-cppcheck:
	@cppcheck --quiet -j 2 --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
	    --suppress=missingIncludeSystem --suppress=nullPointerRedundantCheck:core/base/mem.c \
	    $(ASSAY_CPPFLAGS) $(SOURCES)

lint-tidy: $(patsubst %.c,$(BUILD)/%.tidy,$(SOURCES))

# The object comes first: that is the check with the compiler's own warnings, and it knows the headers.
$(BUILD)/%.tidy: $(BUILD)/%.o .clang-tidy
	@clang-tidy --quiet $*.c -- -std=c17 $(ASSAY_CPPFLAGS) $(LIBRARY_CFLAGS) 2>$@.err || { cat $@.err >&2; exit 1; }
	@touch $@

$(BUILD)/assay: $(command_objects) $(library_objects)
	$(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $^ $(LIBRARY_LIBS)

$(BUILD)/tests/test_%: $(BUILD)/tests/test_%.o $(testable_objects)
	$(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $^ $(LIBRARY_LIBS) $(CMOCKA_LIBS)

$(BUILD)/tests/eval/eval: $(call objects,$(EVAL)) $(library_objects)
	$(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $^ $(LIBRARY_LIBS)

$(BUILD)/tests/bench/%: $(BUILD)/tests/bench/%.o $(library_objects)
	$(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $^ $(LIBRARY_LIBS)

$(BUILD)/tests/fuzz/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(library_objects)
	$(CC) $(CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -pthread -o $@ $^ $(LIBRARY_LIBS)

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(ASSAY_CPPFLAGS) $(ASSAY_CFLAGS) -MMD -MP -c -o $@ $<

-include $(patsubst %.c,$(BUILD)/%.d,$(SOURCES))
