import type { CivilDate } from '../../src/shared/civil-date.js';
import { clockText } from '../../src/shared/interval.js';

/** One line of the file; the keys are its columns in order (see `fixtures/attendance/README.md`). */
export interface AttendanceLine {
  readonly 日期: CivilDate;
  readonly 工号: string;
  readonly 岗位组: string;
  readonly 岗位: string;
  readonly 到岗: string;
  readonly 离岗: string;
  readonly 状态: '到岗' | '缺勤';
  readonly 原因: string;
  readonly 顶岗对象: string;
  readonly 备注: string;
}

export interface Place {
  readonly date: CivilDate;
  readonly postGroup: string;
  readonly post: string;
}

export function present(
  place: Place,
  stay: {
    readonly worker: string;
    readonly from: number;
    readonly to: number;
    readonly cause?: string;
    readonly coverFor?: string;
    readonly note?: string;
  },
): AttendanceLine {
  const { worker, from, to, cause = '', coverFor = '', note = '' } = stay;
  return line(place, {
    工号: worker,
    到岗: clockText(from),
    离岗: clockText(to),
    状态: '到岗',
    原因: cause,
    顶岗对象: coverFor,
    备注: note,
  });
}

/** `worker` is empty when the post had nobody who was due. */
export function absent(
  place: Place,
  { worker, cause, note = '' }: { readonly worker: string; readonly cause: string; readonly note?: string },
): AttendanceLine {
  return line(place, { 工号: worker, 到岗: '', 离岗: '', 状态: '缺勤', 原因: cause, 顶岗对象: '', 备注: note });
}

function line(
  { date, postGroup, post }: Place,
  { 工号, ...rest }: Omit<AttendanceLine, '日期' | '岗位组' | '岗位'>,
): AttendanceLine {
  return { 日期: date, 工号, 岗位组: postGroup, 岗位: post, ...rest };
}
