import { rootKey } from '../../domain/contract/contract-change.js';
import { readContract, type ServiceContract } from '../../domain/contract/service-contract.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';

/** More is no contract file. */
const bytesMax = 2_000_000;

/**
 * Takes in the file of a contract that isn't there yet (`fixtures/contracts/*.json` are such files). The whole file or
 * nothing: `invalid-input` with `details.errors` place by place, `conflict` for a key that is taken.
 */
export async function addContract(
  context: Context,
  input: { readonly text: string },
): Promise<Result<ServiceContract>> {
  const read = input.text.length > bytesMax ? tooLarge : parse(input.text);
  if (!read.ok) return read;
  const checked = readContract(read.value);
  if (!checked.ok) return checked;
  const contract = checked.value;
  const reserved = [...contract.windows, ...contract.shifts].find(({ key }) => rootKey(key) !== key);
  if (reserved !== undefined)
    return refuse('invalid-input', {
      zh: `代号 ${reserved.key} 不能用：以 -v 加数字结尾的代号留给日后的改动。`,
      en: `The key ${reserved.key} can't be used: keys that end in -v and a number are kept for later changes.`,
    });
  return context.unitOfWork.write(async ({ contracts }) => {
    if ((await contracts.file(contract.key)) !== undefined)
      return refuse('conflict', {
        zh: `合同 ${contract.key} 已存在：请在合同页上改动，或换一个代号（key）。`,
        en: `The contract ${contract.key} is there already: change it on its page, or give the file another key.`,
      });
    await contracts.save(contract);
    return done(contract);
  });
}

const tooLarge: Result<never> = refuse('too-large', {
  zh: '文件超过 2 MB，不是合同文件。',
  en: 'The file is larger than 2 MB: that is no contract file.',
});

function parse(text: string): Result<unknown> {
  try {
    return done(JSON.parse(text) as unknown);
  } catch (error) {
    const place = error instanceof SyntaxError ? error.message : '';
    return refuse('invalid-input', {
      zh: `文件不是有效的 JSON（${place}）。请检查后重新选择。`,
      en: `The file is not valid JSON (${place}). Check it and choose it again.`,
    });
  }
}
