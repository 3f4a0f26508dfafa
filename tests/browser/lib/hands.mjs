// What a person does on a page, with a finger or with keys only. The same
// story is told both ways.

export class Hands {
  constructor(t, page, way) {
    this.t = t;
    this.page = page;
    this.keys = way === 'keys';
  }

  // The first control of this kind whose name begins so, and that can be seen.
  control(name, roles) {
    const start = name instanceof RegExp ? name :
      new RegExp(`^\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
    const [first, ...rest] = roles.map((role) =>
      this.page.getByRole(role, { name: start }));
    return rest.reduce((all, one) => all.or(one), first)
      .and(this.page.locator(':not(.skip)')).filter({ visible: true }).first();
  }

  async reach(control) {
    await control.waitFor();
    for (let i = 0; i < 120; i++) {
      if (await control.evaluate((el) => el === el.ownerDocument.activeElement)) {
        return;
      }
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`no way by keyboard to ${control} on ${this.page.url()}`);
  }

  // A link is followed or a button pressed, and a page comes.
  async press(name) {
    const control = this.control(name, ['button', 'link']);
    return this.t.go(this.page, async () => {
      if (!this.keys) return control.click();
      await this.reach(control);
      return this.page.keyboard.press('Enter');
    });
  }

  async type(name, words) {
    const field = this.control(name, ['textbox', 'spinbutton']);
    if (!this.keys) return field.fill(words);
    await this.reach(field);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Delete');
    return this.page.keyboard.type(words);
  }

  // A date or a time: its parts are typed, whatever the browser shows.
  async set(label, value) {
    return this.page.getByLabel(label, { exact: true }).fill(value);
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
