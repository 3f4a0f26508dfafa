import { day } from '../lib/program.mjs';

export const name = 'rhythm';
export const rows = ['R16', 'R17', 'R19', 'R23'];
export const ways = ['plain'];

// Ruth's van broke down: she cannot call Ben off without saying how he was
// told. Mr. Grady missed yesterday: one text, and no call at all. She sees that
// it has been a while with Ana, which nobody else does. Ben wants some space,
// and everything rests. What makes the way to Denise's flat safe is read by
// Ruth, by who leads, and by Denise, who has words of her own beside it.
export async function run(t) {
  const ruth = await t.person('ruth');
  await ruth.goto('/today');
  await ruth.sees('you two usually meet weekly.');
  await ruth.look('today');
  await ruth.press('Thomas: we missed each other');
  await ruth.sees('We missed you. Are you OK? Shall we try again?');
  await ruth.seesNot('I called');
  await ruth.look('courtesy');
  await ruth.choose('I sent a text');
  await ruth.choose('No answer');
  await ruth.press('Save');
  await ruth.sees('One try left.');

  const ben = await t.person('ben');
  await ben.goto('/me/times');
  await ben.sees('With Ruth');
  await ben.press('Ask for a rhythm');
  await ben.press('Ask for this');
  await ben.sees('Please choose a first day in the next three months.');
  await ben.goto('/me/reach');
  await ben.look('reach');

  await ruth.goto('/today');
  await ruth.press('Ben');
  await ruth.look('times');

  await ben.goto('/me/space');
  await ben.press('Ask for space');
  await ben.sees('Please choose a day that is still to come.');
  await ben.look('space');
  await rests(t, ruth, ben);

  const karen = await t.person('karen');
  await karen.goto('/today');
  await karen.sees('Calls after a miss, this week');
  await karen.seesNot('Thomas');
  await safeWay(t, ruth, karen);
  await moved(t, ruth);
}

// What Ruth promised Ben rests too, and is not late before his day.
async function rests(t, ruth, ben) {
  await ruth.goto('/people');
  await ruth.press('Ben');
  await ruth.press('See them, or add one');
  await ruth.type('I will', 'Bring the bus plan');
  await ruth.set('By when, if there is a day', day(1));
  await ruth.press('Promise this');
  await ruth.seesNot('Asked for space');
  await ben.set('I want some space until', day(3));
  await ben.press('Ask for space');
  await ben.sees('I asked for space until');
  await ruth.page.reload();
  await ruth.sees('Asked for space until');
  await ruth.look('rests');
  await ruth.goto('/today');
  await ruth.sees('For Ben. Asked for space until');
  await noteKept(ruth, ben);
}

// A note of hope is kept while he wants space, and is his when that ends.
async function noteKept(ruth, ben) {
  await ben.goto('/me/hope');
  await ben.press('I want them again');
  await ruth.goto('/people');
  await ruth.press('Ben');
  const page = ruth.path();
  await ruth.goto(`${page}/hope`);
  await ruth.sees('A note you leave now is kept');
  await ruth.type('The hope I hold', 'You found the bus on your own.');
  await ruth.press('Leave this note');
  await ruth.sees('Kept until');
  await ruth.look('note-kept');
  await ben.goto('/me/hope');
  await ben.seesNot('You found the bus on your own.');
  await ben.goto('/me/space');
  await ben.sees('My peers do not call me');
  await ben.press('End it now');
  await ben.goto('/me/hope');
  await ben.sees('You found the bus on your own.');
}

async function safeWay(t, ruth, karen) {
  await ruth.goto('/today');
  await ruth.seesNot('No light on the stairs');
  await ruth.goto('/people');
  await ruth.seesNot('No light on the stairs');
  await ruth.press('Denise');
  await ruth.sees('No light on the stairs');
  await ruth.sees('The stairs have a light now.');
  await ruth.press('Change it, or see who did');
  await ruth.look('way');
  await ruth.type('The note', 'Ring from the gate.');
  await ruth.press('Save the note');
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('See our times, or make one');
  await ruth.seesNot('Ring from the gate.');
  await ruth.press(ruth.page.locator('#coming ~ ul .item__t a').first());
  await ruth.sees('Ring from the gate.');
  await ruth.look('one-time');

  await karen.press('Safe visits: what peers noted about places');
  await karen.seesNot('Ring from the gate.');
  await karen.look('ways');
  await karen.press('Denise');
  await karen.sees('Ring from the gate.');
  await karen.look('way');

  const denise = await t.person('denise');
  await denise.goto('/me/times');
  await denise.sees('Ring from the gate.');
  await denise.press('Say more, or that it is not so');
  await denise.type('What is not so, or what I want to add', 'The bell is broken. Call me.');
  await denise.press('Save my words');
  await denise.within(denise.page.locator('details')
    .filter({ hasText: 'Who changed it, and when' })).unfold();
  await denise.sees('Ruth wrote');
  await denise.look('way');
  await denise.goto('/me/sharing');
  await denise.sees('can read one note');
  await ruth.page.reload();
  await ruth.sees('The bell is broken. Call me.');

  // To take the note away is asked once more.
  await ruth.goto(`${ruth.path().replace(/\/times.*/, '')}/times/way`);
  await ruth.within(ruth.page.locator('details')
    .filter({ hasText: 'Take the note away' })).unfold();
  await ruth.sees('Nobody can bring it back.');
  await ruth.look('away');
  await ruth.press('Yes, take it away');
  await ruth.seesNot('Ring from the gate.');
}

// One act: the old time is off, with how she was told, and a new one is there.
async function moved(t, ruth) {
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('See our times, or make one');
  await ruth.press('Move it');
  await ruth.set('Day', day(9));
  await ruth.set('Time', '11:45');
  await ruth.press('Move it');
  await ruth.sees('Please say how you told them. Then it can be saved.');
  await ruth.look('move');
  await ruth.choose('I said it face to face');
  await ruth.press('Move it');
  await ruth.sees('Saved.');
  await ruth.sees('11:45');
  await ruth.sees('You called it off');
  const denise = await t.person('denise');
  await denise.goto('/me/times');
  await denise.sees('11:45');
  await denise.sees('Ruth called it off');
  await denise.goto('/me');
  await denise.sees('Ruth called it off');
  await denise.look('off-at-home');
  await ended(ruth, denise);
}

// A rhythm that she ends is told to Ruth, once.
async function ended(ruth, denise) {
  await denise.goto('/me/times');
  await denise.press('End this rhythm');
  await denise.sees('Saved.');
  await ruth.goto('/today');
  await ruth.sees('Denise ended a rhythm');
  await ruth.press('Denise ended a rhythm');
  await ruth.sees('Denise ended this on');
  await ruth.look('ended');
  await ruth.page.reload();
  await ruth.seesNot('Denise ended this on');
  await ruth.goto('/today');
  await ruth.seesNot('Denise ended a rhythm');
}
