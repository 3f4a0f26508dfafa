export const name = 'mutual';
export const rows = ['R14', 'R15'];
export const ways = ['touch'];

// Ruth and Denise each say what they will do, on one page; it is agreed when both
// have said yes to it. Ruth leaves a note of hope, and is told nothing of it.
export async function run(t) {
  const ruth = await t.person('ruth');
  const denise = await t.person('denise');
  await denise.sees('left me a note of hope');
  await denise.press('What we agreed');
  await denise.press('Ruth and I');
  await denise.sees('Show you one mask from my wall.');
  await denise.look('hers');
  await denise.unfold();
  await denise.type('And I will', 'Tell you when I need quiet');
  await denise.press('Save my lines');
  await denise.sees('Saved. We both see it now.');
  await denise.press('I say yes to this page');

  await ruth.goto('/today');
  await ruth.press('What Denise and you agreed');
  await ruth.sees('Tell you when I need quiet');
  await ruth.sees('We agreed on a page before this one.');
  await ruth.look('peers');
  await ruth.press('I say yes to this page');
  await ruth.sees('We agreed on this.');
  const page = new URL(ruth.page.url()).pathname;

  // The page of the two is theirs: José, who walks with her too, has another.
  const jose = await t.person('jose');
  await jose.goto(page);
  await jose.seesNot('Tell you when I need quiet');

  await denise.goto('/me');
  await denise.press('Ruth left me a note of hope');
  await denise.sees('I keep that with me.');
  await denise.look('hope');
  await denise.press('Hide it');
  await denise.press('Bring it back');
  await denise.unfold();
  await denise.press('Yes, take it away');
  await denise.sees('No note is here now.');
  await denise.goto('/me');
  await denise.seesNot('left me a note of hope');

  await ruth.goto(page.replace('agreed', 'hope'));
  await ruth.press('Leave this note');
  await ruth.sees('Please write the hope you hold');
  await ruth.type('The hope I hold', 'You laugh again.');
  await ruth.press('Leave this note');
  await ruth.sees('Saved.');
  await ruth.look('left');
  await ruth.press('Take it back');
  await ruth.sees('Taken back');
  await denise.press('What we agreed');
  await denise.press('Hope held for me');
  await denise.seesNot('You laugh again.');
}
