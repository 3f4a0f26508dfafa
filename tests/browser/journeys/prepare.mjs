import { day } from '../lib/program.mjs';

export const name = 'prepare';
export const rows = ['R69', 'R70'];
export const ways = ['touch', 'plain', 'keys'];

// Denise adds a visit, answers a few questions, skips one, stops; goes on from
// another device where she was; reads what she said; nobody else can.
export async function run(t) {
  const h = await t.person('denise');
  await h.press('My visits');
  await h.press('Add a visit');
  await h.press('Save this visit');
  await h.sees('A few things to look at');
  await h.sees('Please say who it is with.');
  await h.sees('Please say at what time.');
  await h.choose('Dr. Anita Rao');
  await h.set('Day', day(9));
  await h.set('Time', '14:15');
  await h.choose('Mind and medicine');
  await h.type('What is it for?', 'To be awake for choir');
  await h.look('visit-form');
  await h.press('Save this visit');
  await h.sees('To be awake for choir');
  await h.look('visit');
  const visit = h.path();

  await h.press('Get ready');
  await h.look('start');
  await h.press('By myself, on this device');
  await h.sees('What do you want from this visit?');
  await h.look('words');
  await h.type('What do you want', 'To stay awake <b>all</b> Sunday');
  await h.press('Next');

  await h.sees('How have you slept');
  await h.sees('For my visit on'); // with Dr. Rao, who comes first
  await h.choose('Really well');
  await h.choose('Better');
  await h.look('choice');
  await h.press('Next');
  await h.press('Skip');
  await h.sees('hard thoughts or voices');
  await h.press('Stop for now');
  t.is(h.path(), '/me', 'stopping leads home');
  await h.goto(visit);
  await h.sees(/\b3 of \d+ questions done/);
  await h.press('Sign out');

  const other = await t.person('denise', { wide: true });
  await other.goto(visit);
  await other.press('Get ready');
  await other.sees('hard thoughts or voices');
  await other.press('Back');
  await other.press('Back');
  t.ok(await other.control('Really well', ['radio']).isChecked(),
    'what she chose is there');
  t.ok(await other.control('Better', ['radio']).isChecked(),
    'and how it is next to last time');
  await other.press('Next');
  await other.press('Next');
  for (let i = 0; i < 12 && /prepare/.test(other.path()); i++) {
    await other.press('Skip');
  }
  t.is(other.path(), `${visit}/review`, 'after the last question comes a look');
  await other.sees('To stay awake <b>all</b> Sunday');
  await other.sees('Really well');
  await other.sees('That is fine.');
  await other.look('review');

  const ruth = await t.person('ruth');
  const asked = await ruth.goto(`${visit}/review`);
  t.ok(asked.status() >= 400, 'her peer cannot open it');
  await ruth.seesNot('all</b> Sunday');
}
