import { Dropdown, type MenuProps } from 'antd';
import type { RosterCell } from '../../../adapters/http/schemas/edits.js';
import { useLanguage } from '../../messages/language.js';
import { groupName, type RosterScene } from '../scene.js';
import { ShiftChip } from '../shift-chip.js';
import { groupsOf, shiftLetter } from './shift-choice.js';

export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

interface Actions {
  readonly clear: () => void;
  readonly assign: (shift: string) => void;
  readonly serve: (postGroup: string, post: string | null) => void;
  readonly togglePin: () => void;
  readonly copyOut: () => void;
  /** null while nothing has been copied here. */
  readonly pasteIn: (() => void) | null;
}

/** Everything that the keys do, by pointer and finger too; it acts on all selected cells. */
export function CellMenu(props: {
  readonly scene: RosterScene;
  readonly place: MenuPlace;
  readonly worker: string;
  readonly cell: RosterCell;
  readonly actions: Actions;
  readonly open: (worker: string) => void;
  readonly close: () => void;
}) {
  const { m, local } = useLanguage();
  const { scene, worker, actions } = props;
  const { duty, isPinned } = props.cell;
  const named = (key: string): string => {
    const { site, work } = groupName(scene.contract, key);
    return `${local(site)} · ${local(work)}`;
  };
  const groups = groupsOf(scene, worker);
  const group = scene.contract.postGroups.find(({ key }) => key === duty?.postGroup);
  const posts = Array.from(
    { length: group?.headcount ?? 0 },
    (_, index) => `${group?.postPrefix ?? ''}${String(index + 1)}`,
  );
  const items: MenuProps['items'] = [
    ...[...scene.shifts.values()].map((shift) => ({
      key: `shift ${shift.key}`,
      icon: <ShiftChip shift={shift} fallback={shift.key} isDraft={false} />,
      label: local(shift.name),
      extra: shiftLetter(shift.key),
      onClick: () => {
        actions.assign(shift.key);
      },
    })),
    { type: 'divider' },
    {
      key: 'group',
      label: m.board.moveToGroup,
      disabled: duty === null || groups.length < 2,
      children: groups.map((key) => ({
        key: `group ${key}`,
        label: named(key),
        onClick: () => {
          actions.serve(key, null);
        },
      })),
    },
    {
      key: 'post',
      label: m.board.choosePost,
      disabled: duty === null || posts.length === 0,
      popupClassName: 'post-menu',
      children: [
        {
          key: 'any post',
          label: m.board.anyPost,
          onClick: () => {
            actions.serve(duty?.postGroup ?? '', null);
          },
        },
        ...posts.map((post) => ({
          key: `post ${post}`,
          label: post,
          onClick: () => {
            actions.serve(duty?.postGroup ?? '', post);
          },
        })),
      ],
    },
    { key: 'copy', label: m.board.copy, extra: 'Ctrl+C', onClick: actions.copyOut },
    {
      key: 'paste',
      label: m.board.paste,
      extra: 'Ctrl+V',
      disabled: actions.pasteIn === null,
      onClick: () => actions.pasteIn?.(),
    },
    { key: 'pin', label: isPinned ? m.board.unpin : m.board.pin, extra: m.board.spaceKey, onClick: actions.togglePin },
    { key: 'clear', label: m.board.clear, extra: 'Delete', disabled: duty === null, onClick: actions.clear },
    { type: 'divider' },
    {
      key: 'details',
      label: m.board.details,
      onClick: () => {
        props.open(worker);
      },
    },
  ];
  return (
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      // Held to the window as its anchor is: it neither scrolls the page when it takes the focus nor moves under the pointer.
      styles={{ root: { position: 'fixed' } }}
      // Moved as far as it takes to be seen whole: there is often too little room above the cell and below it.
      align={{ overflow: { adjustX: true, shiftX: true, shiftY: true } }}
      menu={{ items, 'aria-label': m.board.cellMenu, onClick: props.close, className: 'cell-menu' }}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.close();
      }}
    >
      <span className="menu-anchor" style={{ left: props.place.x, top: props.place.y }} />
    </Dropdown>
  );
}
