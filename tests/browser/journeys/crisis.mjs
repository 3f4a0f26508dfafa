export const name = 'crisis';
export const rows = ['R55', 'R62'];
export const ways = ['touch', 'keyboard', 'no-script'];

// Denise wrote on a good day what she wants when it gets very hard, and lets who
// walks with her open it. Ruth opens it, writes that she was there, and has to get
// in touch the day after. Denise is told, and ends it. José, whom Ana never let,
// finds nothing.
export async function run(t) {
}
