import { day } from '../lib/program.mjs';

export const name = 'groups';
export const rows = ['R26', 'R27', 'R60', 'R81'];
export const ways = ['touch'];
export const hour = '15:05';

// Anybody, who has not signed in: what there is, when, what is off and what
// there is instead; on one sheet for a wall, of either size.
async function anybody(t) {
  const h = await t.person('');
  await h.goto('/sign-in');
  await h.press('Groups');
  await h.sees('Come as you are, late or early.');
  await h.sees('Art group');
  await h.seesNot('Just count me');
  await h.look('calendar');
  await h.press('The next month');
  await h.goto('/groups');
  await h.press(h.page.locator('[aria-labelledby=each] a',
    { hasText: 'Computer help' }));
  await h.sees('It is off on');
  await h.sees('Instead: Bring your phone to the food group');
  await h.sees('A note on the library door');
  await h.look('off');
  await h.press('This group on paper');
  for (const size of ['A4', 'Letter']) {
    const paper = await t.print(h.page, size);
    t.is(paper.pages, 1, `a poster is one sheet of ${size}`);
    t.ok(paper.text.includes('Library, second floor'), 'it says where');
  }
  await h.look('poster');
  await h.goto('/groups');
  await h.press('This month on paper');
  for (const size of ['A4', 'Letter']) {
    const paper = await t.print(h.page, size);
    t.is(paper.pages, 1, `a month is one sheet of ${size}`);
    const text = paper.text.replace(/\s/g, ''); // letters stand apart in it
    t.ok(text.includes('Tuesday') && text.match(/Photo/g).length > 3,
      'it is the calendar');
  }
  await h.look('month');
}

// Day 5.1, 13:30: at the tablet of the center, with a code: "just count me".
// Home has it in its foot.
async function justCountMe(t) {
  const ruth = await t.person('ruth');
  await ruth.goto('/people');
  await ruth.press(/Denise Carter/);
  await ruth.press('Make a code');
  const code = (await ruth.page.locator('.code').innerText()).trim();
  const kiosk = await t.person('');
  await kiosk.goto('/kiosk');
  await kiosk.type('My code', code);
  await kiosk.press('Start');
  await kiosk.goto('/me');
  await kiosk.press('Groups');
  await kiosk.look('at-the-center');
  await kiosk.press(/^Just count me\s*Art group/);
  await kiosk.sees('You are counted. No name is kept.');
  await kiosk.goto('/groups');
  await kiosk.sees('You are counted. No name is kept.');
  await kiosk.look('counted');

  const bea = await t.person('bea');
  await bea.goto('/today');
  await bea.press(/^Art group/);
  await bea.sees('1 tapped "just count me".');
  await bea.seesNot('Denise');
}

// Day 5.2, 15:00: Current events. Heads, the topic, what to change; no names.
async function howItWas(t) {
  const ruth = await t.person('ruth');
  await ruth.goto('/today');
  await ruth.press(/^Current events/);
  await ruth.type('How many came', '9');
  await ruth.type('What to change next time', 'I saw Denise laugh');
  await ruth.press('Keep it');
  await ruth.sees('A name seems to be in this.');
  await ruth.look('no-name');
  await ruth.type('What to change next time', 'Two papers, not one');
  await ruth.press('Keep it');
  await ruth.sees('Saved.');
  t.is(await ruth.control('What to change', ['textbox']).inputValue(),
    'Two papers, not one', 'the note is kept');
  await ruth.press('Current events');
  await ruth.sees('9 came');
  await ruth.look('one-group');
  return ruth;
}

// A topic about medicine: refused kindly where it is not talked about, shown
// where it is open, and not shown any longer when it is not (R81).
async function topics(t, ruth) {
  const karen = await t.person('karen');
  const level = async (words) => {
    await karen.goto('/role/change');
    await karen.choose(words);
    await karen.press('Make it the new version');
  };
  await level('None');
  const next = `${ruth.path()}/${day(7)}`;
  await ruth.goto(next);
  await ruth.type('Topic of this day', 'Coming off');
  await ruth.press('Show this topic');
  await ruth.sees('Please say whether it is about medicine.');
  await ruth.choose('No');
  await ruth.press('Show this topic');
  await ruth.sees('Groups here do not talk about medicine');
  await ruth.look('refused');
  await ruth.choose('Yes: medicine, or coming off it');
  await ruth.press('Show this topic');
  await ruth.sees('each takes their own questions to their prescriber');
  await level('Open');
  await ruth.choose('No');
  await ruth.press('Show this topic');
  await ruth.sees('There is a word for medicine in it.');
  await ruth.choose('Yes: medicine, or coming off it');
  await ruth.press('Show this topic');
  await ruth.sees('Saved.');
  const denise = await t.person('denise');
  const open = ruth.path().replace('/work', '').replace(/\/[\d-]+$/, '');
  await denise.goto(open);
  await denise.sees('Coming off');
  await level('None');
  await denise.goto(open);
  await denise.seesNot('Coming off');
  await ruth.goto(next);
  await ruth.sees('It is not shown now.');
  return next;
}

// No day is dropped in silence: another takes it, or it says what instead (R60).
async function cannotLead(t, ruth, next) {
  await ruth.goto(next);
  await ruth.press('José takes it');
  await ruth.sees('José takes it.');
  const off = ruth.within(ruth.page.locator('form[action$="/off"]'));
  await off.unfold();
  await off.press('Call it off, and show this');
  await ruth.sees('Please say how people are told.');
  await off.type('How people are told', 'A note on the door');
  await off.type('What there is instead that day', 'Coffee in the kitchen');
  await off.press('Call it off, and show this');
  await ruth.sees('Instead: Coffee in the kitchen');
  await ruth.look('off-day');
  await ruth.press('It is on after all, as planned');
  await ruth.seesNot('Coffee in the kitchen');
}

// A new group has two peers, and names one only when they say so.
async function newGroup(t, ruth) {
  await ruth.goto('/groups/work');
  await ruth.press('A new group');
  await ruth.type('Name of the group', 'Songs');
  await ruth.type('What it is, in a line or two', 'We sing what we know.');
  await ruth.pick('What it is mostly about', 'Being together');
  await ruth.choose('No');
  await ruth.choose('Only once');
  await ruth.set('The first day', day(1));
  await ruth.set('Time', '10:30');
  await ruth.choose(/^1 hour$/);
  await ruth.type('Where it is', 'The day room');
  await ruth.press('Show it to all');
  await ruth.sees('Please choose another peer, who steps in.');
  await ruth.look('new');
  await ruth.pick('Who steps in', 'Malik');
  await ruth.press('Show it to all');
  await ruth.sees('says "a peer", and not your name.');
  await ruth.press('As all see it');
  await ruth.sees('With a peer');
  await ruth.press('Lead this group');
  await ruth.press('Show my first name');
  await ruth.press('As all see it');
  await ruth.sees('With Ruth, a peer');
  await ruth.press('Lead this group');
  await ruth.within(ruth.page.locator('form[action$="/end"]')).unfold();
  await ruth.set('Its last day', day(1));
  await ruth.type('What there is instead', 'Art group');
  await ruth.press('Say that it ends');
  await ruth.sees('Instead: Art group');
}

export async function run(t) {
  await anybody(t);
  await justCountMe(t);
  const ruth = await howItWas(t);
  const next = await topics(t, ruth);
  await cannotLead(t, ruth, next);
  await newGroup(t, ruth);
  const karen = await t.person('karen');
  await karen.goto('/today');
  await karen.sees('How many came to groups');
  await karen.press(karen.page.locator('[aria-labelledby=heads] a'));
  await karen.look('sums');
}
