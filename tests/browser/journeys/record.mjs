export const name = 'record';
export const rows = ['R12', 'R15', 'R21', 'R22'];
export const ways = ['touch', 'plain'];

const OUT = 'We talked about the rent';

async function taps(ruth) {
  await ruth.goto('/contacts/log');
  await ruth.choose('Denise');
  await ruth.press('Save');
  await ruth.sees('You can stop here, or write it together now.');
  return ruth.path();
}

// Denise takes a line out while Ruth has the page open: it does not come back,
// and what Ruth typed stands apart.
async function nothingComesBack(t, ruth, denise) {
  const at = await taps(ruth);
  await ruth.type('Line 1', OUT);
  await ruth.press('Save, we go on');
  await denise.goto(at.replace(/.*record/, '/me/record'));
  await denise.press('Take out line 1');
  await ruth.type('Line 2', 'We meet on Monday');
  await ruth.press('I am done');
  await ruth.sees('These lines were changed a moment ago.');
  await ruth.sees('What you typed');
  await ruth.sees('We meet on Monday');
  await ruth.seesNot(OUT);
  await ruth.look('apart');
  await ruth.press('I am done');
  await denise.goto('/me/record');
  await denise.seesNot(OUT);
}

// Once she had a hand in it, Ruth alone does not take it back, and reads why.
async function hersToo(t, ruth, denise) {
  const at = await taps(ruth);
  await denise.goto(at.replace(/.*record/, '/me/record'));
  await denise.type('Line 1', 'I sang');
  await denise.press('I am done');
  await ruth.goto(at);
  await ruth.within(ruth.page.locator('details', { hasText: 'mistake' })).unfold();
  await ruth.sees('Denise wrote in it or said done');
  await ruth.look('hers-too');
  await ruth.goto(`${at}/remove`);
  await ruth.sees('Denise wrote in it or said done');
  await denise.goto('/me/record');
  await denise.sees('I sang');
}

// In time it is asked once more, and Denise is told, wherever she meets it.
async function inTime(t, ruth, denise) {
  const at = await taps(ruth);
  await denise.goto(at.replace(/.*record/, '/me/record'));
  await denise.type('Line 1', 'I sang for Rosa');
  await ruth.press('This was a mistake');
  await ruth.sees('Take this back?');
  await ruth.look('once-more');
  await ruth.press('Yes, take it back');
  await ruth.sees('Taken back. Denise is told.');
  await denise.press('I am done');
  await denise.sees('Ruth took this back on');
  await denise.sees('I sang for Rosa');
  await denise.look('taken');
  await denise.goto('/me');
  await denise.sees('Ruth took this back on');
  await denise.goto('/me/record');
  await denise.sees('Ruth took this back on');
  await denise.look('list');
}

// What is written together is of both: no line comes back, nothing goes unseen.
// Listening is a whole contact: it asks for nothing.
export async function run(t) {
  const ruth = await t.person('ruth');
  const denise = await t.person('denise');
  const at = await taps(ruth);
  await ruth.look('whole');
  const id = at.split('/').pop();
  await ruth.goto('/today');
  t.is(await ruth.page.locator(`a[href$="/record/${id}"]`).count(), 0,
    'it asks nothing of Ruth');
  await denise.goto('/me');
  t.is(await denise.page.locator(`a[href$="/record/${id}"]`).count(), 0,
    'it asks nothing of Denise');
  await denise.goto(`/me/record/${id}`);
  await denise.sees('No words. The time we had is enough.');
  await nothingComesBack(t, ruth, denise);
  await hersToo(t, ruth, denise);
  await inTime(t, ruth, denise);
}
