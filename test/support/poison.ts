// Loaded into worker processes by NODE_OPTIONS=--import: a document that a reader of ours would never come back from. No
// text that we know does that, so that words in it do it here.

const decode = TextDecoder.prototype.decode

TextDecoder.prototype.decode = function (...input: Parameters<typeof decode>): string {
  const text = decode.apply(this, input)
  if (text.includes('POISON: LOOP')) for (;;);
  return text
}
