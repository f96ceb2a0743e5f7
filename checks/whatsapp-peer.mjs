// Reads WhatsApp exports with the npm package whatsapp-chat-parser and compares them with what `taniq read --records`
// printed: node whatsapp-peer.mjs CHAT RECORDS. Prints one line: how many each has, and what differs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { parseString } = createRequire(process.cwd() + '/')('whatsapp-chat-parser');
const [chat, records] = process.argv.slice(2);

const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const plain = (text) => (text ?? '').replace(marks, '').replace(/\s+/g, ' ').trim();
const minute = (date) =>
  isNaN(date) ? 'no date' : new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);

const theirs = parseString(readFileSync(chat, 'utf8')).map((m) => ({
  time: minute(m.date), sender: plain(m.author), text: plain(m.message) }));
const ours = readFileSync(records, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)).map((r) => ({
  time: (r.published.iso ?? '').slice(0, 16), sender: plain(r.actorName), text: plain(r.text), system: r.marks.includes('system') }));

const differ = { time: 0, sender: 0, systemNotSender: 0, text: 0 };
if (ours.length === theirs.length) {
  ours.forEach((our, i) => {
    const their = theirs[i];
    differ.time += our.time !== their.time;
    differ.systemNotSender += our.system && their.sender !== '';
    differ.sender += !our.system && our.sender !== their.sender;
    differ.text += our.text !== their.text;
  });
}
console.log(`ours ${ours.length} theirs ${theirs.length}`, Object.entries(differ).filter(([, n]) => n).map(([k, n]) => `${k} ${n}`).join(' '));
