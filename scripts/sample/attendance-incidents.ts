import { absent, present, type AttendanceLine, type Place } from './attendance-line.js';

type Incident = (place: Place, holder: string) => AttendanceLine[];

const change: Incident = (place) => [absent(place, { worker: '', cause: '人员变动', note: '前任退出，次任未到' })];
const transfer: Incident = (place, holder) => [
  absent(place, { worker: holder, cause: '调动', note: '抽调支援，原岗未补' }),
];

/** Cases that the ledger has to judge and chance might not bring: literal causes, a no-show, an AB cover that empties its own post. */
const incidents: Readonly<Record<string, Incident>> = {
  '2026-04-20 苹果园综窗3': change,
  '2026-04-21 苹果园综窗3': change,
  '2026-06-08 老山综窗2': transfer,
  '2026-06-09 老山综窗2': transfer,
  '2026-06-16 古城综窗4': (place, holder) => [absent(place, { worker: holder, cause: '旷工' })],
  '2026-05-21 鲁谷综窗1': (place, holder) => [
    absent(place, { worker: holder, cause: '病假' }),
    present(place, { worker: codeAfter(holder), from: 510, to: 1050, coverFor: holder, note: 'AB岗顶岗' }),
  ],
  '2026-05-21 鲁谷综窗2': (place, holder) => [
    absent(place, { worker: holder, cause: '未说明', note: '当日顶岗，本岗无人' }),
  ],
};

/** The scripted lines of a post and day; undefined on an ordinary one. */
export function incidentAt(place: Place, holder: string): AttendanceLine[] | undefined {
  return incidents[`${place.date} ${place.post}`]?.(place, holder);
}

/** Posts of a group are held in code order, so the pair of post 1 is the next code. */
function codeAfter(code: string): string {
  return `${code.slice(0, 1)}${String(Number(code.slice(1)) + 1).padStart(3, '0')}`;
}
