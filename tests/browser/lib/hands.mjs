// What a person does on a page, with a finger or with keys only. The same
// story is told both ways.

// With keys, nothing on a page is ever pointed at: a click that a finger or a
// mouse made is a fault of the journey (Journey.device listens for it).

// Runs in the page. How many stops, at the least, lie between the focus and this
// control: to press that many times without looking saves looking each time. Of
// a group of radios one is a stop; it is not counted.
function between(control) {
  const at = document.activeElement;
  const after = (a, b) => a.compareDocumentPosition(b) &
    Node.DOCUMENT_POSITION_FOLLOWING;
  if (at.contains(control) && at !== document.body) return 0;
  return [...document.querySelectorAll('a[href], button, input, select, textarea')]
    .filter((el) => el.checkVisibility() && !el.disabled && el.tabIndex >= 0 &&
      !['radio', 'hidden'].includes(el.type) && el !== control &&
      !control.contains(el) && after(el, control) &&
      (at === document.body || after(at, el))).length;
}

export class Hands {
  constructor(t, page, way, where = page) {
    this.t = t;
    this.page = page;
    this.way = way;
    this.where = where;
    this.keys = way === 'keys';
  }

  // The same hands on a part of the page: one row, one form, one group.
  within(where) {
    return new Hands(this.t, this.page, this.way, where);
  }

  // The first control of this kind whose name begins so, and that can be seen.
  control(name, roles) {
    const start = name instanceof RegExp ? name :
      new RegExp(`^\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
    const [first, ...rest] = roles.map((role) => role === 'password' ?
      this.where.getByLabel(start).and(this.page.locator('[type=password]')) :
      this.where.getByRole(role, { name: start }));
    return rest.reduce((all, one) => all.or(one), first)
      .and(this.page.locator(':not(.skip)')).filter({ visible: true }).first();
  }

  async reach(control) {
    await control.waitFor();
    for (let n = await control.evaluate(between); n > 0; n--) {
      await this.page.keyboard.press('Tab');
    }
    for (let i = 0; i < 160; i++) {
      if (await control.evaluate((el) =>
        el.contains(el.ownerDocument.activeElement))) {
        return;
      }
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`no way by keyboard to ${control} on ${this.page.url()}`);
  }

  // With a finger, or with the key that does the same.
  async tap(control, key = 'Enter') {
    if (!this.keys) return control.click();
    await this.reach(control);
    return this.page.keyboard.press(key);
  }

  // A link is followed or a button pressed, and a page comes. name: or where
  // the control is.
  async press(name) {
    const control = typeof name === 'string' || name instanceof RegExp ?
      this.control(name, ['button', 'link']) : name;
    return this.t.go(this.page, () => this.tap(control));
  }

  // A part of the page that is folded away comes to sight.
  async unfold() {
    return this.tap(this.where.locator('summary').first());
  }

  // name: or where the field is.
  async type(name, words) {
    const field = typeof name === 'string' || name instanceof RegExp ?
      this.control(name, ['textbox', 'spinbutton', 'password']) : name;
    if (!this.keys) return field.fill(words);
    await this.reach(field);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Delete');
    return this.page.keyboard.type(words);
  }

  // A date ("2026-10-22") or a time ("14:15"). With keys its parts are typed
  // one after the other, as this browser shows them.
  async set(label, value) {
    const field = this.where.getByLabel(label, { exact: true });
    if (!this.keys) return field.fill(value);
    await this.reach(field);
    const [, year, month, day] = /^(\d+)-(\d+)-(\d+)$/.exec(value) || [];
    const [, hour, minute] = /^(\d+):(\d+)$/.exec(value) || [];
    await this.page.keyboard.type(year ? `${month}${day}${year}` :
      `${String((Number(hour) + 11) % 12 + 1).padStart(2, '0')}${minute}` +
      `${hour < 12 ? 'a' : 'p'}`);
    return this.t.is(await field.inputValue(), value, `${label} with keys`);
  }

  // Of a list that unfolds, the line that begins so.
  async pick(label, words) {
    const list = this.where.getByLabel(label, { exact: true });
    const line = list.locator('option').filter({ hasText: words }).first();
    if (!this.keys) return list.selectOption(await line.getAttribute('value'));
    await this.reach(list);
    await this.page.keyboard.type(words);
    return this.t.is(await list.inputValue(), await line.getAttribute('value'),
      `${words} is picked with keys`);
  }

  // Choose an answer, or turn a switch to this side.
  async choose(name, on = true) {
    const box = this.control(name, ['radio', 'checkbox', 'switch']);
    await box.waitFor();
    if (await box.isChecked() === on) return;
    if (!this.keys) {
      await box.setChecked(on, { force: true });
      return;
    }
    const radio = await box.evaluate((el) => el.type === 'radio' && el.name);
    if (!radio) {
      await this.reach(box);
      await this.page.keyboard.press('Space');
      return;
    }
    // Keys come to a group at its chosen answer, or at its first; arrows go on.
    const group = this.page.locator(`input[type=radio][name="${radio}"]`);
    const inGroup = () => group.evaluateAll((all) =>
      all.includes(document.activeElement));
    for (let i = 0; i < 120 && !(await inGroup()); i++) {
      await this.page.keyboard.press('Tab');
    }
    const n = await group.count();
    for (let i = 0; i < n && !(await box.evaluate((el) =>
      el === document.activeElement)); i++) {
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Space');
    this.t.ok(await box.isChecked(), `${name} is chosen with keys`);
  }

  goto(path) {
    return this.page.goto(path);
  }

  path() {
    return new URL(this.page.url()).pathname;
  }

  sees(words) {
    return this.t.sees(this.page, words);
  }

  seesNot(words) {
    return this.t.seesNot(this.page, words);
  }

  look(name) {
    return this.t.look(this.page, name);
  }
}
