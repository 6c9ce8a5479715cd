import type { ThemeConfig } from 'antd';
import { useMemo, useSyncExternalStore } from 'react';

/** The reader's system asks for no animation. */
const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');
/** As in the style sheets: fields and buttons are touched. */
const phone = window.matchMedia('(max-width: 600px)');

function useMatch(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => {
        query.removeEventListener('change', changed);
      };
    },
    () => query.matches,
  );
}

/** Calm and dense: ink on paper, one blue-green for what can be done, red only for what is short. */
const theme: ThemeConfig = {
  token: {
    colorPrimary: '#17596e',
    colorInfo: '#17596e',
    colorLink: '#17596e',
    colorError: '#b3261e',
    colorWarning: '#9a5b00',
    colorSuccess: '#22693f',
    colorTextBase: '#1b2430',
    colorTextSecondary: '#4a5563',
    colorTextTertiary: '#5b6673',
    colorTextDescription: '#4a5563',
    colorTextPlaceholder: '#667080',
    colorBorder: '#c3cad3',
    colorBorderSecondary: '#e1e5ea',
    colorBgLayout: '#f3f5f7',
    borderRadius: 4,
    controlHeight: 32,
    // One stack for our own style sheets and antd's; base.css turns the order round for English.
    fontFamily: 'var(--sans)',
    fontSize: 14,
    wireframe: false,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: {
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 8,
      headerBg: '#eef1f4',
      headerColor: '#3a4654',
      rowHoverBg: '#f6f9fa',
      // As --accent-soft; the default of this primary colour is too dark to read on.
      rowSelectedBg: '#e3eff2',
      rowSelectedHoverBg: '#d6e7ec',
    },
    Segmented: { trackBg: '#e4e8ed', itemSelectedBg: '#ffffff', itemColor: '#3a4654' },
    Tabs: { horizontalMargin: '0 0 12px 0' },
    Modal: { titleFontSize: 16 },
    Alert: { withDescriptionPadding: '12px 16px' },
  },
};

export function useTheme(): ThemeConfig {
  const isStill = useMatch(stillness);
  const isPhone = useMatch(phone);
  return useMemo(() => {
    const token = {
      ...theme.token,
      ...(isStill ? { motion: false } : {}),
      ...(isPhone ? { controlHeight: 40, controlHeightSM: 36 } : {}),
    };
    return { ...theme, token };
  }, [isStill, isPhone]);
}
