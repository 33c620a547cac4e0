// Drives Debian's chromium over the DevTools protocol, by its pipe (--remote-debugging-pipe: NUL between messages).
'use strict';
const { spawn } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const SECONDS = 60; // no command of ours takes longer

class Chromium {
    constructor() {
        this.profile = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-browser-'));
        this.child = spawn(process.env.CHROMIUM || 'chromium', [
            '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars',
            '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
            '--force-color-profile=srgb', '--remote-debugging-pipe', `--user-data-dir=${this.profile}`, 'about:blank',
        ], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
        this.waiting = new Map();
        this.listeners = [];
        this.next = 1;
        this.rest = '';
        this.ended = new Promise((done) => this.child.on('exit', done));
        this.child.on('error', (error) => this.fail(error));
        this.child.on('exit', () => this.fail(new Error('the browser ended')));
        this.child.stdio[4].setEncoding('utf8').on('data', (data) => this.read(data));
    }

    fail(error) {
        for (const { reject } of this.waiting.values()) reject(error);
        this.waiting.clear();
    }

    read(data) {
        const messages = (this.rest + data).split('\0');
        this.rest = messages.pop();
        for (const text of messages) {
            const message = JSON.parse(text);
            const waiting = this.waiting.get(message.id);
            if (!waiting) {
                for (const listener of this.listeners) listener(message.method, message.params, message.sessionId);
                continue;
            }
            this.waiting.delete(message.id);
            if (message.error) waiting.reject(new Error(`${waiting.method}: ${message.error.message}`));
            else waiting.resolve(message.result);
        }
    }

    send(method, params = {}, sessionId = undefined) {
        const id = this.next++;
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => reject(new Error(`${method}: no answer in ${SECONDS} s`)), SECONDS * 1000);
            const end = (then) => (value) => { clearTimeout(timer); then(value); };
            this.waiting.set(id, { method, resolve: end(resolve), reject: end(reject) });
            this.child.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
        });
    }

    async page() {
        const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
        const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
        return new Page(this, sessionId);
    }

    async close() {
        await this.send('Browser.close').catch(() => {});
        await this.ended;
        fs.rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
    }
}

class Page {
    constructor(chromium, session) {
        this.chromium = chromium;
        this.session = session;
    }

    send(method, params) {
        return this.chromium.send(method, params, this.session);
    }

    on(method, fn) {
        this.chromium.listeners.push((name, params, session) => {
            if (name === method && session === this.session) fn(params);
        });
    }

    async open(url) {
        await this.send('Page.enable');
        const loaded = new Promise((done) => this.on('Page.loadEventFired', done));
        const { errorText } = await this.send('Page.navigate', { url });
        if (errorText) throw new Error(`${url}: ${errorText}`);
        await loaded;
    }

    async evaluate(expression) {
        const { result, exceptionDetails: wrong } =
            await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
        if (wrong) throw new Error(wrong.exception ? wrong.exception.description : wrong.text);
        return result.value;
    }

    // As wide as that, light or dark; a phone's viewport where it is narrow.
    async look(width, scheme, scale = 1) {
        await this.send('Emulation.setDeviceMetricsOverride',
            { width, height: 900, deviceScaleFactor: scale, mobile: width < 500 });
        await this.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
    }

    // The page's first `height` pixels, or all of it, as PNG.
    async picture(file, height = undefined) {
        const { cssContentSize: size } = await this.send('Page.getLayoutMetrics');
        const clip = { x: 0, y: 0, width: size.width, height: height || size.height, scale: 1 };
        const { data } = await this.send('Page.captureScreenshot', { format: 'png', clip, captureBeyondViewport: true });
        fs.writeFileSync(file, Buffer.from(data, 'base64'));
    }

    async print(file) {
        const { data } = await this.send('Page.printToPDF', { preferCSSPageSize: true, paperWidth: 8.27, paperHeight: 11.69 });
        fs.writeFileSync(file, Buffer.from(data, 'base64'));
    }
}

module.exports = { Chromium };
