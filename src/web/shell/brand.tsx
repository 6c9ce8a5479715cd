export function BrandMark() {
  return (
    <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="#1d6c86" />
      <path d="M7 10h18M7 16h12M7 22h15" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <circle cx="24" cy="16" r="2.4" fill="#f0b45a" />
    </svg>
  );
}

export function LanguageSwitch(props: {
  readonly language: 'zh' | 'en';
  readonly switchTo: (language: 'zh' | 'en') => void;
  readonly label: string;
  readonly title: string;
}) {
  return (
    <button
      type="button"
      className="plain-button"
      title={props.title}
      lang={props.language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => {
        props.switchTo(props.language === 'zh' ? 'en' : 'zh');
      }}
    >
      {props.label}
    </button>
  );
}
