const paths = {
  bars: 'M3 17h14M5 14V9M9 14V5M13 14V7M17 14v-3',
  wish: 'M10 3l2 4.500 4.900.500-3.700 3.300 1.100 4.800L10 13.600l-4.300 2.500 1.100-4.800L3.100 8l4.900-.500z',
  swap: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  roster: 'M3 5h14v12H3zM3 9h14M7 3v4M13 3v4M7 12.5h2M11 12.5h2',
  contract: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5M7.5 13h5',
  feed: 'M4 16a1 1 0 1 0 0-.01M3.5 10a6.5 6.5 0 0 1 6.5 6.5M3.5 4.5a12 12 0 0 1 12 12',
  money: 'M4 3.5h12v13H4zM7 7h6M8 7l2 3 2-3M10 10v4M8 12h4',
  rate: 'M4 16L16 4M6.5 8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6M13.5 15.600a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6',
  attendance: 'M10 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6M4 17c0-3.500 2.600-5.500 6-5.500M12 15l2 2 3.500-4',
  statement: 'M5 2.500h10v15l-2.500-1.500L10 17.500 7.500 16 5 17.500zM7.500 7h5M7.500 10.500h5',
  journal: 'M5 3h9.500v14H5zM7.500 3v14M10 7h2.500M10 10h2.500',
  shield: 'M10 2.500l6 2v5c0 4-2.500 6.500-6 8-3.500-1.500-6-4-6-8v-5zM7.500 10l2 2 3.500-4',
  person: 'M10 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6M4 17c0-3.500 2.600-5.500 6-5.500s6 2 6 5.500',
  mail: 'M3 5h14v10.500H3zM3 6l7 5 7-5',
  calendar: 'M3 5h14v12H3zM3 9h14M7 3v4M13 3v4',
  scales: 'M10 3v14M6 17h8M4 6h12M4 6l-2 6h4zM16 6l-2 6h4z',
  bridge: 'M3 4h4v12M7 4h3v5M10 9h3v4M13 13h4v3H3V4',
  flag: 'M5 17.500V3M5 3.500h9.500l-2.500 3.500 2.500 3.500H5',
  coins:
    'M8 8.500c2.800 0 5-1.100 5-2.500S10.800 3.500 8 3.500 3 4.600 3 6s2.200 2.500 5 2.500M3 6v4c0 1.400 2.200 2.500 5 2.500M13 6v2.500M12 13.500c2.800 0 5-1.100 5-2.500S14.800 8.500 12 8.500 7 9.600 7 11s2.200 2.500 5 2.500M7 11v3.500c0 1.400 2.200 2.500 5 2.500s5-1.100 5-2.500V11',
  trend: 'M3 3v14h14M5.500 13l4-4 3 2.500L17 6',
  list: 'M4 5h12M4 10h12M4 15h12',
} as const;

export type IconName = keyof typeof paths;

/** Drawn by hand, 20 × 20, in the colour of the text: decoration beside a word, so hidden from screen readers. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
