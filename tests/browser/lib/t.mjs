// What a journey is given: pages of people, plain checks, hands and keys.

import { Hands } from './hands.mjs';
import {
  accessible, ENDS, fits, readPdf, shaped, shoot,
} from './checks.mjs';
import { password, start, today } from './program.mjs';

// Runs in the page. A key that presses a button makes a click too, but one of no
// pointer; whatever a pointer made is said where watch() hears it.
function noPointer() {
  for (const what of ['pointerdown', 'click']) {
    addEventListener(what, (e) => {
      if (e.pointerType) console.error(`${what} of a ${e.pointerType}`);
    }, true);
  }
}

export class Journey {
  constructor(browser, name, options) {
    Object.assign(this, { browser, name, password, today, ...options });
    this.faults = [];
    this.contexts = [];
    this.plain = new Set();
  }

  async begin() {
    this.program = await start(
      this.hour ? ['--now', `${today}T${this.hour}`] : []);
    this.base = this.program.base;
  }

  async end() {
    for (const c of this.contexts) await c.close();
    if (this.program) await this.program.stop();
    if (this.faults.length) throw new Error(this.faults.join('\n    '));
  }

  // Which pages are open: for the words of a failure.
  async where() {
    const pages = this.contexts.flatMap((c) => c.pages());
    const said = await Promise.all(pages.map(async (p) =>
      `${p.url()} "${await p.locator('h1').first()
        .innerText({ timeout: 500 }).catch(() => '')}"`));
    return said.join(', ');
  }

  fault(where, what) {
    const line = `${where}: ${what}`;
    if (!this.faults.includes(line)) this.faults.push(line);
  }

  ok(holds, sentence) {
    if (!holds) throw new Error(`not so: ${sentence}`);
  }

  is(got, want, sentence) {
    if (got !== want) {
      throw new Error(`${sentence}: got ${JSON.stringify(got)}, ` +
        `want ${JSON.stringify(want)}`);
    }
  }

  // A browser of one's own: a phone unless it says { wide: true }, width in px.
  // script: false turns JavaScript off. lang: what the device speaks.
  async device({
    wide = false, script = true, lang = 'en-US', base = this.base,
    width = wide ? 1280 : 390,
  } = {}) {
    const context = await this.browser.newContext({
      baseURL: base,
      viewport: { width, height: wide ? 900 : 844 },
      hasTouch: !wide,
      isMobile: false,
      javaScriptEnabled: script,
      locale: lang,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(40_000);
    this.contexts.push(context);
    if (this.way === 'keys') await context.addInitScript(noPointer);
    const page = await context.newPage();
    if (!script) this.plain.add(page);
    this.watch(page, base);
    return page;
  }

  // A person at a device of the journey's way, signed in; gives their hands.
  async person(name, options = {}) {
    const page = await this.device({
      wide: this.way === 'keys', script: this.way !== 'plain', ...options,
    });
    const hands = new Hands(this, page, this.way);
    if (name && hands.keys) await this.signInWithKeys(hands, name);
    else if (name) await this.signIn(page, name);
    return hands;
  }

  // Faults of the page itself: script errors, refused content, lost assets.
  watch(page, base) {
    page.on('pageerror', (e) => this.fault(page.url(), e.message));
    page.on('console', (m) => {
      if (m.type() !== 'error') return;
      if (/Failed to load resource/.test(m.text()) &&
          !m.location().url.includes('/s/')) return;
      this.fault(page.url(), `console: ${m.text()}`);
    });
    page.on('response', (r) => {
      if (r.status() >= 500) this.fault(r.url(), `status ${r.status()}`);
    });
    page.on('request', (r) => {
      if (!r.url().startsWith(base) && !/^(data|blob|about):/.test(r.url()) &&
          !this.outside?.test(r.url())) this.fault(r.url(), 'asked elsewhere');
    });
  }

  // Do something that leads to a page, and be there when it has come. Gives
  // the answer.
  async go(page, act) {
    const [answer] = await Promise.all([page.waitForNavigation(), act()]);
    return answer;
  }

  // Press the button or follow the link with this name.
  async press(page, name, where = page) {
    const of = (role) => where.getByRole(role, { name, exact: false });
    const control = of('button').or(of('link')).first();
    return this.go(page, () => control.click());
  }

  async signIn(page, name, pass = this.password) {
    await page.goto('/sign-in');
    await page.fill('[name=name]', name);
    await page.fill('[name=password]', pass);
    await this.go(page, () => page.press('[name=password]', 'Enter'));
    this.ok(!new URL(page.url()).pathname.startsWith('/sign-in'),
      `${name} is signed in`);
  }

  async signInWithKeys(hands, name) {
    await hands.goto('/sign-in');
    await hands.type('My name', name);
    await hands.type('My password', this.password);
    await hands.press('Sign in');
    this.ok(!hands.path().startsWith('/sign-in'), `${name} is signed in`);
  }

  // The language of whoever is signed in is this one from now on.
  async speak(page, lang) {
    await page.goto('/account');
    const form = page.locator('form[action="/account/language"]');
    await form.locator(`input[value=${lang}]`).press('Space');
    await this.go(page, () => form.getByRole('button').press('Enter'));
  }

  // Do it in the two languages at once, each in a program of its own; gives
  // what it gave. act(what the device speaks, the language, the program).
  async inBothLanguages(act) {
    const second = await start();
    const done = await Promise.all([
      act('en-US', 'en', this.base), act('es-US', 'es', second.base)]);
    await second.stop();
    return done;
  }

  // Look hard at the page as it stands; a picture of it under this name. Where
  // a story is walked in several ways its pages are the same: they are looked at
  // on the phone, and without script as far as a page may differ there.
  async look(page, name, widths = ENDS) {
    if (this.again && this.way === 'keys') return;
    const where = `${this.name} ${name || page.url()}`;
    // axe is a script itself: where there is none, its page is seen elsewhere.
    const faults = [
      ...await fits(page, this.again ? [320] : widths),
      ...await shaped(page),
      ...this.plain.has(page) ? [] : await accessible(page)];
    faults.forEach((f) => this.fault(where, f));
    if (name && this.shots) await shoot(page, `${this.name}-${name}`);
  }

  async text(page) {
    return page.locator('body').innerText();
  }

  async sees(page, words) {
    const found = await page.locator('body').innerText();
    const has = words instanceof RegExp ? words.test(found) :
      found.includes(words);
    this.ok(has, `${page.url()} shows ${words}`);
  }

  async seesNot(page, words) {
    const source = await page.content();
    const has = words instanceof RegExp ? words.test(source) :
      source.includes(words);
    this.ok(!has, `${page.url()} does not hold ${words}`);
  }

  // By keyboard only: Tab until the control with this name has the focus.
  async tabTo(page, name, most = 80) {
    for (let i = 0; i < most; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const el = document.activeElement;
        if (!el || el === document.body) return '';
        const label = el.labels && el.labels[0];
        return (el.getAttribute('aria-label') || (label && label.innerText) ||
          el.innerText || el.name || '').replace(/\s+/g, ' ').trim();
      });
      if (name instanceof RegExp ? name.test(at) : at.startsWith(name)) return;
    }
    throw new Error(`no control "${name}" within ${most} tabs on ${page.url()}`);
  }

  // Tab there and press Enter: a page comes.
  async keyTo(page, name) {
    await this.tabTo(page, name);
    return this.go(page, () => page.keyboard.press('Enter'));
  }

  // What the browser prints, as { pages, size, text }.
  async print(page, format) {
    return readPdf(await page.pdf({
      format, preferCSSPageSize: true, printBackground: true,
    }));
  }

  // A file behind an address, with this page's session.
  async fetchPdf(page, address) {
    const answer = await page.request.get(address);
    this.is(answer.status(), 200, `${address} answers`);
    return readPdf(await answer.body());
  }
}
