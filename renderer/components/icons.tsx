import SvgIcon, { type SvgIconProps } from '@mui/material/SvgIcon';
import type { ReactNode } from 'react';

/**
 * One set, drawn on 20 px with a line of 1.5: outlined, quiet, the same weight as the type beside them.
 * They are decoration; the control around them carries the name.
 */
function icon(paths: ReactNode) {
  // biome-ignore lint/correctness/noComponentHookFactories: called while the module loads, once per icon, never in a render
  return function Icon({ sx, ...props }: SvgIconProps) {
    return (
      <SvgIcon
        viewBox="0 0 20 20"
        sx={[{ fontSize: 18, fill: 'none' }, ...(Array.isArray(sx) ? sx : [sx])]}
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        {...props}
      >
        {paths}
      </SvgIcon>
    );
  };
}

export const DashboardIcon = icon(<path d="M3 3.5h5.5v7H3zM11.5 3.5H17v13h-5.5zM3 13.5h5.5v3H3z" />);
export const UsersIcon = icon(
  <>
    <circle cx="7.5" cy="6.5" r="3" />
    <path d="M2 16.5c.3-3.2 2.5-5 5.5-5s5.2 1.8 5.5 5M13 3.8a3 3 0 0 1 0 5.4M15 11.9c1.7.7 2.8 2.3 3 4.6" />
  </>,
);
/** A door that stands open. */
export const VisitsIcon = icon(
  <path d="M2.5 16.5h2M12 16.5h5.5M11.5 3.5H15v13M4.5 3.5l7-1.5v16l-7-1.5zM8.8 9.8v.6" />,
);
export const SitesIcon = icon(
  <>
    <path d="M10 17.5c3.8-3.7 5.8-6.7 5.8-9.2a5.8 5.8 0 0 0-11.6 0c0 2.5 2 5.5 5.8 9.2z" />
    <circle cx="10" cy="8.2" r="2" />
  </>,
);
/** Lines of a log, and a clock. */
export const ActivityIcon = icon(
  <>
    <path d="M3 4.5h11M3 9h6M3 13.5h4" />
    <circle cx="13.2" cy="13" r="3.8" />
    <path d="M13.2 11.2V13l1.3.9" />
  </>,
);
export const SettingsIcon = icon(
  <>
    <path d="M2.5 6.5h8M14.5 6.5h3M2.5 13.5h3M9.5 13.5h8" />
    <circle cx="12.5" cy="6.5" r="2" />
    <circle cx="7.5" cy="13.5" r="2" />
  </>,
);
export const SearchIcon = icon(
  <>
    <circle cx="8.8" cy="8.8" r="5.3" />
    <path d="m12.8 12.8 4 4" />
  </>,
);
export const ChevronDownIcon = icon(<path d="m5.5 8 4.5 4.5L14.5 8" />);
export const MoreIcon = icon(
  <g fill="currentColor" stroke="none">
    <circle cx="10" cy="4.5" r="1.4" />
    <circle cx="10" cy="10" r="1.4" />
    <circle cx="10" cy="15.5" r="1.4" />
  </g>,
);
export const CloseIcon = icon(<path d="m5 5 10 10M15 5 5 15" />);
export const AlertIcon = icon(
  <>
    <circle cx="10" cy="10" r="7.25" />
    <path d="M10 6.2v4.6M10 13.7v.1" />
  </>,
);
export const InfoIcon = icon(
  <>
    <circle cx="10" cy="10" r="7.25" />
    <path d="M10 9.2v4.6M10 6.3v.1" />
  </>,
);
export const CheckIcon = icon(<path d="m4.5 10.5 3.5 3.5 7.5-8" />);
export const AddPersonIcon = icon(
  <>
    <circle cx="8.5" cy="6.5" r="3" />
    <path d="M3 16.5c.3-3.2 2.5-5 5.5-5 1.2 0 2.2.3 3 .8M15 12v5M12.5 14.5h5" />
  </>,
);
export const InvitationIcon = icon(<path d="M3 5h14v10.5H3zM3.5 5.5l6.5 5.5 6.5-5.5" />);
