// Times how long wink-nlp takes to analyse a text: tokens, sentences and
// universal part-of-speech tags; no lemmas, no trees, no names of people.
const fs = require('fs');
const model = require('wink-eng-lite-web-model');
const nlp = require('wink-nlp')(model, ['sbd', 'pos']);

const text = fs.readFileSync(process.argv[2], 'utf8');
const began = process.cpuUsage();
const doc = nlp.readDoc(text);
const tags = doc.tokens().out(nlp.its.pos);
const sentences = doc.sentences().length();
const { user, system } = process.cpuUsage(began);
console.log(`${tags.length} tokens, ${sentences} sentences, ${((user + system) / 1e6).toFixed(3)} s`);
