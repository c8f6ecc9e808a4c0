/**
 * Every colour, size and duration of the app. Components name a token, never a value.
 * Text has a contrast of 4.5 or more on each of its grounds, borders of controls 3 or more: test/renderer checks it.
 */
export interface Colours {
  /** Ground of the window. */
  paper: string;
  /** Cards, tables, dialogs, fields. */
  surface: string;
  /** A tone below the surface: table heads, chosen segments, read-only fields. */
  sunken: string;
  /** Hairlines between surfaces. */
  line: string;
  /** Borders of controls. */
  strongLine: string;
  ink: string;
  secondInk: string;
  thirdInk: string;
  accent: string;
  /** The accent pressed or pointed at. */
  accentStrong: string;
  onAccent: string;
  accentTint: string;
  active: string;
  pending: string;
  expired: string;
  inactive: string;
  /** The verb of a dialog that takes something away. */
  destructive: string;
  destructiveStrong: string;
  onDestructive: string;
  /** Ground of a refusal. */
  expiredTint: string;
  /** Ground of a notice. */
  pendingTint: string;
  /** The line after an act: the opposite of the theme, so that it is seen without shouting. */
  notice: string;
  onNotice: string;
  noticeAction: string;
  /** Over the window, under a dialog. */
  scrim: string;
  shadow: string;
}

const light: Colours = {
  paper: '#FBFAF8',
  surface: '#FFFFFF',
  sunken: '#F4F2EE',
  line: '#E3DFD8',
  strongLine: '#857F76',
  ink: '#1C1B19',
  secondInk: '#5E5A53',
  thirdInk: '#6A655D',
  accent: '#0F5E57',
  accentStrong: '#0B4842',
  onAccent: '#FFFFFF',
  accentTint: '#E2EFEC',
  active: '#1F7A4D',
  pending: '#9A5B00',
  expired: '#A33A2C',
  inactive: '#6A655D',
  destructive: '#A33A2C',
  destructiveStrong: '#822D22',
  onDestructive: '#FFFFFF',
  expiredTint: '#FAECE9',
  pendingTint: '#FBF1E1',
  notice: '#1C1B19',
  onNotice: '#F4F2EE',
  noticeAction: '#8FD6CA',
  scrim: 'rgba(28, 27, 25, 0.4)',
  shadow: '0 12px 32px rgba(28, 27, 25, 0.16), 0 2px 6px rgba(28, 27, 25, 0.08)',
};

const dark: Colours = {
  paper: '#161716',
  surface: '#1D1E1D',
  sunken: '#232524',
  line: '#323533',
  strongLine: '#7E827E',
  ink: '#ECEBE8',
  secondInk: '#B4B2AC',
  thirdInk: '#9C9A94',
  accent: '#6CC5B8',
  accentStrong: '#8AD6CA',
  onAccent: '#0B2622',
  accentTint: '#1F3733',
  active: '#67C690',
  pending: '#E2A74E',
  expired: '#EE8B7C',
  inactive: '#9C9A94',
  destructive: '#EE8B7C',
  destructiveStrong: '#F5A99D',
  onDestructive: '#2E0F0A',
  expiredTint: '#3A2320',
  pendingTint: '#352A18',
  notice: '#ECEBE8',
  onNotice: '#1C1B19',
  noticeAction: '#0F5E57',
  scrim: 'rgba(0, 0, 0, 0.56)',
  shadow: '0 12px 32px rgba(0, 0, 0, 0.5), 0 2px 6px rgba(0, 0, 0, 0.4)',
};

/** Drawn for tired eyes and bad screens: black on white, every border a line, text at 7 or more. */
const contrast: Colours = {
  paper: '#FFFFFF',
  surface: '#FFFFFF',
  sunken: '#EFEFEF',
  line: '#4A4A4A',
  strongLine: '#000000',
  ink: '#000000',
  secondInk: '#1F1F1F',
  thirdInk: '#333333',
  accent: '#00453F',
  accentStrong: '#002F2B',
  onAccent: '#FFFFFF',
  accentTint: '#CFE9E4',
  active: '#004D25',
  pending: '#5C3300',
  expired: '#7A1206',
  inactive: '#333333',
  destructive: '#7A1206',
  destructiveStrong: '#560B03',
  onDestructive: '#FFFFFF',
  expiredTint: '#FFE9E5',
  pendingTint: '#FFF1D6',
  notice: '#000000',
  onNotice: '#FFFFFF',
  noticeAction: '#9FF0E2',
  scrim: 'rgba(0, 0, 0, 0.64)',
  shadow: '0 0 0 2px #000000',
};

export const colours = { light, dark, contrast } as const;
export type Scheme = keyof typeof colours;

/** The dark well of light beside the sign-in form: the same in every theme, because it is a picture. */
export const well = {
  top: '#1A3530',
  middle: '#122623',
  bottom: '#0C1615',
  light: 'rgba(196, 226, 214, 0.62)',
  lightEdge: 'rgba(196, 226, 214, 0)',
  frame: '#0C1412',
  pane: '#F2F7E8',
  paneShade: '#C9DCCB',
  ink: '#F1F4EF',
  secondInk: '#B9C7C0',
} as const;

/** The mark: a square of light in a dark square. */
export const mark = {
  frame: '#1C1B19',
  frameOnDark: '#2A2D2B',
  pane: '#FBFDF3',
  paneShade: '#BFD9CB',
} as const;

/** Font size and line height in px. */
export const type = {
  figure: [28, 32],
  title: [22, 28],
  section: [16, 24],
  body: [14, 20],
  label: [13, 18],
  caption: [12, 16],
  well: [30, 38],
} as const;

export const weight = { regular: 400, medium: 500, semibold: 600 } as const;

/** Pixels. The grid is 4. */
export const size = {
  radius: 8,
  /** Boxes inside a control: check marks, chips. */
  smallRadius: 4,
  control: 36,
  field: 40,
  row: { comfortable: 44, compact: 36 },
  rail: 232,
  narrowRail: 64,
  pagePadding: 28,
  dialog: 480,
  /** A dialog that holds a list. */
  wideDialog: 720,
} as const;

/** At this width and below the rail shrinks to icons. */
export const narrowWidth = 1100;

export const motion = { fast: 120, slow: 160, easing: 'cubic-bezier(0.2, 0, 0, 1)' } as const;

/** How long the line after an act stays, in ms. */
export const noticeMs = 8_000;
/** The same for one that offers to undo the act (product.md §9). */
export const undoMs = 30_000;
