// A picture of a page's beginning: node picture.js PAGE.html PICTURE.png WIDTH HEIGHT
'use strict';
const { pathToFileURL } = require('url');
const { Chromium } = require('./chromium.js');

async function main(file, picture, width, height) {
    const chromium = new Chromium();
    try {
        const page = await chromium.page();
        await page.open(pathToFileURL(file).href);
        await page.look(Number(width), 'light');
        await page.picture(picture, Number(height));
    } finally {
        await chromium.close();
    }
}

main(...process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exit(1);
});
