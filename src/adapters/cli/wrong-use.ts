import type { CommanderError } from 'commander';
import type { LocalText } from '../../shared/text.js';

/** What was wrong with the command line, in both languages; commander itself speaks English only. */
export function wrongUse(error: CommanderError): LocalText {
  const said = error.code === 'commander.help' ? 'Say what to do.' : error.message.replace(/^error: /u, '');
  const [first = '', second = ''] = [...said.matchAll(/'([^']*)'/gu)].map((match) => match[1] ?? '');
  const sentence = sentences[error.code];
  // Our own option readers say in both languages what to write, Chinese first.
  const advice = /(?<=is invalid\. )[^。]*。/u.exec(said)?.[0] ?? '';
  const en = said.replace(advice, '').replace('  ', ' ');
  return { zh: `${sentence === undefined ? '命令写法有误。' : sentence(first, second)}${advice}用法见 --help。`, en };
}

const sentences: Readonly<Record<string, (first: string, second: string) => string>> = {
  'commander.help': () => '请写明要做什么。',
  'commander.unknownCommand': (name) => `没有命令 ${name}。`,
  'commander.unknownOption': (name) => `没有选项 ${name}。`,
  'commander.missingMandatoryOptionValue': (name) => `缺少必填选项 ${name}。`,
  'commander.optionMissingArgument': (name) => `选项 ${name} 缺少值。`,
  'commander.missingArgument': (name) => `缺少参数 ${name}。`,
  'commander.conflictingOption': (first, second) => `${first} 与 ${second} 不能同时使用。`,
  'commander.excessArguments': (name) => `${name} 的参数过多。`,
  'commander.invalidArgument': (name, value) => `${name} 不能是“${value}”。`,
};
