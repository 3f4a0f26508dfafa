import { day } from '../lib/program.mjs';

export const name = 'body';
export const rows = ['R75'];
export const ways = ['touch'];

// Denise has a visit about her body. The questions are about the body, and her
// page for it begins without what is about the mind, until she puts it on. The
// visit is called off: it stays in her list, and leads to its page.
export async function run(t) {
  const h = await t.person('denise');
  await h.goto('/me/visits/add');
  await h.choose('Someone else');
  await h.type('The name, if it is someone else', 'Dr. Stone');
  await h.set('Day', day(9));
  await h.set('Time', '10:00');
  await h.choose('My body');
  await h.press('Save this visit');
  const visit = h.path();
  await h.press('Get ready');
  await h.press('By myself, on this device');
  await h.sees('What do you want from this visit?');
  await h.type('What do you want', 'That somebody looks at my feet');
  await h.press('Next');
  await h.sees(/pain|hurt/i);
  await h.look('pain');

  await h.goto(`${visit}/page/lines`);
  await h.sees('So what is about the mind starts switched off.');
  const switches = h.page.getByRole('switch').or(h.page.getByRole('checkbox'));
  const on = await switches.evaluateAll((all) => all.filter((el) => el.checked)
    .map((el) => el.closest('li, label, .item').innerText));
  t.ok(on.length === 2 && /looks at my feet/.test(on.join(' ')) &&
    /My sugar/.test(on.join(' ')), `only what is about the body is on: ${on}`);
  await h.look('lines');
  await h.press('See my page');
  await h.sees('That somebody looks at my feet');
  await h.seesNot('To be awake by noon');
  await h.seesNot('sing on Sundays');

  await h.press('Choose what is on it');
  await h.choose(/sing on Sundays/);
  await h.press('See my page');
  await h.sees('sing on Sundays');

  await h.goto(visit);
  await h.press('It is called off');
  await h.sees('This visit is called off.');
  await h.goto('/me/visits');
  const off = h.page.getByRole('listitem').filter({ hasText: 'Dr. Stone' });
  t.ok(/Called off/.test(await off.innerText()), 'it says so in her list');
  await h.look('called-off');
  await h.press(off.getByRole('link'));
  await h.sees('This visit is called off.');
}
