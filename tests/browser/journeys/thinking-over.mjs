export const name = 'thinking-over';
export const rows = ['R59', 'R81', 'R83'];
export const ways = ['touch'];

// Denise thinks a choice over on a sheet of her own. Ruth sits beside her as far as
// the rule goes; what Ruth typed counts when Denise says yes; her questions go to the
// visit she chooses. Where nobody talks about medicine the sheet is still hers.
export async function run(t) {
  const denise = await t.person('denise');
  const ruth = await t.person('ruth');
  const karen = await t.person('karen');

  await denise.goto('/me/visits');
  await denise.press('What I am thinking over');
  await denise.look('sheets');
  await denise.press('How to be awake by noon');
  await denise.sees('Ruth typed this for me');
  await denise.sees('Whom can I call if a week gets hard?');
  await denise.sees('Ruth can help me with my own questions about medicine.');
  await denise.look('sheet');

  // Ruth sees the questions, and nothing else.
  await ruth.goto('/today');
  await ruth.goto(new URL(denise.page.url()).pathname
    .replace('/me/', `/people/${await idOf(ruth)}/`));
  await ruth.sees("Denise's words, as they are said.");
  await ruth.sees('So you see the questions on this sheet, and nothing else.');
  await ruth.seesNot('To sing on Sundays');
  await ruth.look('beside');
  await ruth.type('Third question', 'May my sister come along?');
  await ruth.press('Save for Denise to read');
  await ruth.sees('Saved.');
  const beside = new URL(ruth.page.url()).pathname;

  // What she had before her eyes is not all that waits by now.
  await denise.press('Yes, these are my words');
  await denise.sees('Something was typed after you opened this page.');
  await denise.goto('/me/thinking-over');
  await denise.press('How to be awake by noon');
  await denise.press('Yes, these are my words');
  await denise.sees('May my sister come along?');
  await denise.seesNot('typed this for me');

  await denise.press('Write on it');
  await denise.type('What I am thinking about', '');
  await denise.press('Save my sheet');
  await denise.sees('Please write in a few words what it is about.');
  await denise.look('write');
  await denise.type('What I am thinking about', 'How to be awake for choir');
  await denise.type('What I worry about', 'That I miss the wedding');
  await denise.press('Save my sheet');
  await denise.sees('That I miss the wedding');
  await denise.press('Print it');
  await denise.sees('This paper is mine.');
  await denise.look('paper');
  await denise.press('My sheet');

  await denise.press('For Dr. Rao');
  await denise.sees('What else could help me be awake by noon?');
  await denise.sees('May my sister come along?');

  // The program closes it: nobody is beside her, and the sheet is still hers.
  await karen.goto('/role/change');
  await karen.choose('None');
  await karen.press('Make it the new version');
  await ruth.goto(beside);
  await ruth.seesNot('awake by noon');
  await denise.goto('/me/next/questions');
  await denise.press('What I am thinking over');
  await denise.press('How to be awake for choir');
  await denise.sees('Ruth and I do not talk about medicine here.');
  await denise.seesNot('may sit beside me');
  await denise.press('Questions for my prescriber');
  await denise.sees('Whose visit are the questions for?');

  // One more, thrown away.
  await denise.goto('/me/thinking-over');
  await denise.press('Start a new sheet');
  await denise.type('What I am thinking about', 'Whether to move');
  await denise.unfold();
  await denise.press('Save my sheet');
  await denise.sees('Nothing more is on this sheet yet.');
  await denise.unfold();
  await denise.press('Yes, throw it away');
  await denise.seesNot('Whether to move');
}

// The number of Denise in addresses, as a peer meets it.
async function idOf(peer) {
  const href = await peer.page.locator('a[href^="/people/"]', { hasText: 'Denise' })
    .first().getAttribute('href');
  return href.split('/')[2];
}
