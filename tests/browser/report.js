// Opens reports in a real browser: node report.js AXE.js FOLDER. The folder holds what tests/browser/run made:
// NAME.html, each with NAME.json, the claims that must be found in it ([] where it has no cards).
'use strict';
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');
const { Chromium } = require('./chromium.js');

const axe = fs.readFileSync(process.argv[2], 'utf8');
const folder = process.argv[3];
let passed = 0, failed = 0;

function ok(what, faults) {
    if (faults.length === 0) {
        passed++;
        return;
    }
    failed++;
    console.log(`FAILED: ${what}`);
    for (const fault of faults.slice(0, 10)) console.log(`    ${fault}`);
}

// What a page may not do, told by the browser itself: run a script, ask for anything, talk, break its own policy.
async function open(page, url) {
    const faults = [];
    page.on('Debugger.scriptParsed', ({ url: from }) => faults.push(`a script ran (${from || 'in the page'})`));
    page.on('Network.requestWillBeSent', ({ request }) => {
        if (request.url !== url && !request.url.startsWith('data:')) faults.push(`it asked for ${request.url}`);
    });
    page.on('Runtime.consoleAPICalled', ({ type }) => faults.push(`it wrote to the console (${type})`));
    page.on('Page.javascriptDialogOpening', ({ message }) => faults.push(`it opened a dialog: ${message}`));
    page.on('Log.entryAdded', ({ entry }) => faults.push(`${entry.source}: ${entry.text}`));
    for (const domain of ['Debugger', 'Network', 'Runtime', 'Log']) await page.send(`${domain}.enable`);
    await page.open(url);
    const seen = faults.slice();
    await page.send('Debugger.disable'); // what follows is our own
    return seen;
}

// Each claim has a card that can be seen and says its figure.
function cards(claims) {
    const faults = [];
    const plain = (text) => text.replace(/\s+/g, ' ');
    for (const { number, literal } of claims) {
        const card = document.getElementById(`claim-${number}`);
        const box = card && card.getBoundingClientRect();
        if (!card || card.tagName !== 'ARTICLE') faults.push(`claim ${number} has no card`);
        else if (box.height < 20 || box.width < 100) faults.push(`the card of claim ${number} can't be seen`);
        else if (!plain(card.textContent).includes(plain(literal))) faults.push(`card ${number} does not say '${literal}'`);
    }
    const found = document.querySelectorAll('article').length;
    if (found !== claims.length) faults.push(`${found} cards for ${claims.length} claims`);
    return faults;
}

function overflow() {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} pixels wide in ${root.clientWidth}`] : [];
}

async function violations() {
    const { violations: found } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return found.map((one) => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.html).join(' ')}`);
}

const call = (fn, ...values) => `(${fn})(${values.map((value) => JSON.stringify(value)).join(',')})`;

async function look(chromium, name) {
    const page = await chromium.page();
    const claims = JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'));
    ok(`${name}: it runs no script and asks for nothing`,
        await open(page, pathToFileURL(path.join(folder, `${name}.html`)).href));
    ok(`${name}: each claim has its card`, await page.evaluate(call(cards, claims)));
    await page.evaluate(axe);
    for (const [width, scheme] of [[400, 'dark'], [900, 'light'], [1400, 'dark'], [1400, 'light']]) {
        await page.look(width, scheme);
        ok(`${name}: it fits ${width} pixels`, await page.evaluate(call(overflow)));
        if (width !== 900) ok(`${name}: axe at ${width}, ${scheme}`, await page.evaluate(call(violations)));
    }
}

// The checks above must see a fault where there is one, or they are worth nothing.
async function lookAtFaults(chromium, name) {
    const whole = fs.readFileSync(path.join(folder, `${name}.html`), 'utf8');
    const file = path.join(folder, 'faulty.html');
    const faults = {
        'a script': ['</main>', '<script>1</script></main>'],
        'a request': ['</main>', '<img alt="" src="http://127.0.0.1:9/x.png"/></main>'],
        'a script that the policy lets run': [/<meta http-equiv="Content-Security-Policy"[^>]*>/, '<script>1</script>'],
    };
    for (const [what, [from, to]] of Object.entries(faults)) {
        const page = await chromium.page();
        fs.writeFileSync(file, whole.replace(from, to));
        const seen = await open(page, pathToFileURL(file).href);
        ok(`the browser sees ${what}`, seen.length > 0 ? [] : ['it does not']);
    }
    const page = await chromium.page();
    fs.writeFileSync(file, whole.replace('<article', '<section').replace(/ (xml:)?lang="en"/g, ''));
    await open(page, pathToFileURL(file).href);
    const claims = JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'));
    ok('it sees a card that is missing', (await page.evaluate(call(cards, claims))).length > 0 ? [] : ['it does not']);
    await page.evaluate(axe);
    ok('axe sees a page that does not say its language', (await page.evaluate(call(violations))).length > 0 ? [] : ['it does not']);
}

async function main() {
    const chromium = new Chromium();
    try {
        const names = fs.readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => path.basename(file, '.json'));
        for (const name of names.sort()) await look(chromium, name);
        await lookAtFaults(chromium, 'report');
    } finally {
        await chromium.close();
    }
}

main().catch((error) => {
    failed++;
    console.log(`FAILED: ${error.stack}`);
}).finally(() => {
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failed > 0 ? 1 : 0);
});
