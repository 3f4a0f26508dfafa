import { day } from '../lib/program.mjs';

export const name = 'voice';
export const rows = ['R43', 'R44', 'R46', 'R52', 'R122'];
export const ways = ['plain'];

// Denise has it said for her to Dr. Rao and Luis, and not to the whole team; Ruth
// types, and only Denise says yes. Luis says what he understood and will do. On a
// phone day-denise walks that.
async function said(t, denise, ruth, luis) {
  await denise.press('Say something');
  await denise.press('Say it for me');
  await denise.press('Keep it for later');
  await denise.sees('Please write something first.');
  await denise.press('Read it through');
  await denise.sees('Please write what they should know.');
  await denise.type('What they should know', 'My uncle comes on Saturday.');
  await denise.type('What I do not want', 'No police. Do not move me.');
  await denise.type('A detail', 'He hurt me.');
  await denise.within(denise.page.getByRole('group',
    { name: 'May they know this?' }).nth(0)).choose('Yes, they may know');
  await denise.type('One more detail', 'What he did in the kitchen.');
  await denise.choose('Luis Ortega');
  await denise.choose('Dr. Anita Rao');
  await denise.press('Keep it for later');
  await denise.press('My uncle comes on Saturday.');
  await denise.press('Ruth may type it');
  await denise.look('write');

  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('Say it for me');
  await ruth.type('What should happen', 'Somebody is with me.');
  await ruth.press('Save for Denise to read');
  await ruth.sees('Saved.');
  const typing = ruth.page.url();
  await ruth.press('Something of your own to add?');
  await ruth.press('Give it to Denise to read');
  await ruth.sees('Please write something first.');
  await ruth.type('What I want to add, as myself', 'I will be there, too.');
  await ruth.press('Give it to Denise to read');
  await ruth.sees('Saved. Denise reads it first.');
  await ruth.look('comment-typed');

  // Both type: what Denise wrote meanwhile is not written over unseen.
  await denise.type('What I want to happen', 'Somebody is there.');
  await denise.press('Keep it for later');
  await denise.sees('What is saved now');
  await denise.sees('Somebody is with me.');
  await denise.look('two-typed');

  await denise.goto('/me/say');
  await denise.press('My uncle comes on Saturday.');
  await denise.sees('Only Ruth and I can read this.');
  await denise.press('Read it through');
  await denise.sees('Dr. Rao and Luis will see exactly this.');
  await denise.sees('Somebody is with me.');
  await denise.sees('Ruth typed some of it.');
  await denise.seesNot('kitchen');
  await denise.look('yes');
  await denise.press(/^Denise$/);
  await denise.sees('Luis has not read it yet.');
  await denise.press('No, not beside my words');
  await denise.sees('I do not want it there.');

  // After her yes there is nothing left to type in (acceptance test 4).
  await ruth.goto(typing);
  await ruth.seesNot('My uncle');

  await luis.goto('/read');
  await luis.sees('2 to read');
  await luis.press('Denise');
  await luis.sees("These are Denise's own words");
  await luis.seesNot('kitchen');
  await luis.type('What I understood',
    'You do not want to be alone on Saturday, and no police.');
  await luis.type('I will', 'Be at the building from 1 to 3');
  await luis.press('Send to Denise');
  await luis.sees('Sent. Denise can read it now.');
  await luis.look('given');
  await luis.goto('/promised');
  await luis.sees('Be at the building from 1 to 3');

  await denise.goto('/me');
  await denise.press('Luis read my words and wrote back. Is it right?');
  await denise.press('Yes, that is right');
  await denise.sees('I said: yes, that is right');
}

// What Ana gave him, she takes back: he is told, and no word is left.
async function takenBack(t, luis) {
  await luis.goto('/read');
  await luis.press('Ana');
  await luis.sees('speak slowly');
  const hers = luis.page.url();
  await luis.type('Where, and when', 'Team meeting, Tuesday at noon');
  await luis.press('Say so to Ana');
  await luis.sees('Said. Ana can see it now.');
  await luis.look('aloud');
  const ana = await t.person('ana');
  await ana.goto('/me/say');
  await ana.press('I hear better');
  await ana.press('Take it back');
  await luis.goto(hers);
  await luis.sees('They were taken back on');
  await luis.seesNot('speak slowly');
}

// R52: what a peer wants to add stands in a box of its own. She reads it first,
// and nobody else finds it before her yes; she takes it away at once.
async function besideHerWords(t, denise, luis, ruth) {
  const box = "Ruth, peer: a comment of their own. Not Denise's words.";
  await denise.goto('/me');
  await denise.sees('A comment waits for my yes');
  await denise.press('My door does not lock.');
  const given = `/words/${denise.page.url().match(/\d+$/)[0]}`;
  await luis.goto(given);
  await luis.sees("These are Denise's own words");
  await luis.seesNot(box);
  await denise.sees('Only Ruth and I can read this.');
  await denise.look('comment-waits');
  await denise.press('It may stand there');
  await denise.sees('I said yes. Who reads my words finds it beside them.');
  await luis.goto(given);
  await luis.sees(box);
  await luis.sees('The door opens when you lean on it.');
  await luis.look('comment');
  await luis.press('For paper');
  await luis.sees(box);
  await luis.look('comment-paper');

  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('My comment');
  await ruth.sees('Denise said yes.');
  await ruth.seesNot('Somebody asks the landlord');
  await ruth.look('comment-mine');
  await denise.goto('/me/say');
  await denise.press('My door does not lock.');
  await denise.press('Take it away');
  await luis.goto(given);
  await luis.seesNot(box);
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('My comment');
  await ruth.sees('Denise does not want it there.');
  await ruth.seesNot('Give it to Denise to read');
}

// 2.8: one statement of hers is protected as she says, in a program that is not.
async function marked(denise, luis) {
  await denise.goto('/me/say');
  await denise.press('Write my own words');
  await denise.type('What they should know', 'I go to a group on Mondays.');
  await denise.choose('Luis Ortega');
  await denise.choose('This says something about help with drugs or alcohol');
  await denise.sees('I can speak it, too.');
  await denise.look('mark');
  await denise.press('Read it through');
  await denise.press(/^Denise$/);
  await denise.sees('I said that this is about help with drugs or alcohol.');
  const given = `/words/${denise.page.url().match(/\d+/g).pop()}`;
  await luis.goto(given);
  await luis.seesNot('Mondays');
  await denise.type('My name, as I sign', 'Denise Carter');
  await denise.set('It ends on this day', day(30));
  await denise.press('I sign this today');
  await denise.sees('Luis has not read it yet.');
  await luis.goto(given);
  await luis.sees('I go to a group on Mondays.');
  await luis.sees('protected by Federal confidentiality rules (42 CFR part 2)');
}

// Acceptance test 6: the program turns out to be under 42 CFR Part 2. What
// Luis had is closed until she signs a consent, and then carries the law.
async function bySignature(t, denise, luis) {
  const ada = await t.person('ada');
  await ada.goto('/part2');
  await ada.choose('Yes');
  await ada.press('Save');
  await luis.goto('/read');
  await luis.sees('They are closed now.');
  await denise.goto('/me/say');
  await denise.press('My door does not lock.');
  await denise.press('Read it and sign');
  await denise.press('I sign this today');
  await denise.sees('Please type your name.');
  await denise.type('My name, as I sign', 'Denise Carter');
  await denise.set('It ends on this day', day(30));
  await denise.look('consent');
  await denise.press('I sign this today');
  await luis.goto('/read');
  await luis.press('Denise');
  await luis.press('For paper');
  await luis.sees('protected by Federal confidentiality rules (42 CFR part 2)');
  await luis.sees('Denise Carter, ');
  await luis.look('paper');
}

// It helped: she ends it, and nobody took it back.
async function ended(denise, luis) {
  await denise.goto('/me/say');
  await denise.press('My door does not lock.');
  await denise.choose('This helped');
  await denise.press('Say it, and end it');
  await denise.sees('Only I know that.');
  await denise.sees('It is closed to everyone now.');
  await denise.look('ended');
  await luis.goto('/read');
  await luis.press(/What they were for is done/);
  await luis.sees('Nobody took them back.');
  await luis.seesNot('does not lock');
  await luis.look('over');
  await denise.goto('/me/seen');
  await denise.sees('Luis');
}

export async function run(t) {
  const denise = await t.person('denise');
  const luis = await t.person('luis');
  if (t.way === 'plain') {
    await denise.goto('/me');
    await said(t, denise, await t.person('ruth'), luis);
  }
  await takenBack(t, luis);
  await besideHerWords(t, denise, luis, await t.person('ruth'));
  await marked(denise, luis);
  await bySignature(t, denise, luis);
  await ended(denise, luis);
}
