import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Address } from '../../../components/address';
import { SendNow } from '../../../components/mail/send-now';
import {
  canBeSentNow,
  type DeliveryTexts,
  deliveryTones,
  useDeliveryTexts,
} from '../../../components/mail/use-delivery-texts';
import { StatusLabel } from '../../../components/status-label';
import { VisuallyHidden } from '../../../components/visually-hidden';
import { useNow } from '../../../ipc/app-state';
import type { OutboxMessage } from './use-outbox';

interface OutboxTableProps {
  messages: readonly OutboxMessage[];
  /** One of them is being queued anew. */
  sending: boolean;
  /** Sends the mail of an invitation now; `null` where the reader may not. */
  onSend: ((invitationId: string) => void) | null;
}

/** One line per mail: to whom, how it stands and why, and when. */
export function OutboxTable({ messages, ...sends }: OutboxTableProps) {
  const { t } = useTranslation('mail');
  const texts = useDeliveryTexts(useNow());
  return (
    <TableContainer sx={{ border: 1, borderColor: 'line', borderRadius: 1 }}>
      <Table aria-label={t('outbox.title')} sx={{ tableLayout: 'fixed' }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ pl: 4 }}>{t('outbox.to')}</TableCell>
            <TableCell sx={{ width: 190 }}>{t('outbox.state')}</TableCell>
            <TableCell sx={{ width: 124 }}>
              <VisuallyHidden>{t('outbox.actions')}</VisuallyHidden>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {messages.map((message) => (
            <OutboxLine key={message.id} message={message} texts={texts} {...sends} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

type OutboxLineProps = Omit<OutboxTableProps, 'messages'> & { message: OutboxMessage; texts: DeliveryTexts };

function OutboxLine({ message, texts, sending, onSend }: OutboxLineProps) {
  const id = useId();
  const reason = texts.reason(message);
  return (
    <TableRow sx={{ '& > td': { py: 2, verticalAlign: 'top' }, '&:last-child > td': { borderBottom: 0 } }}>
      <TableCell sx={{ pl: 4, overflowWrap: 'anywhere' }}>
        <span id={id}>
          <Address email={message.to} />
        </span>
        {reason !== null && (
          <Typography variant="caption" component="p" color="secondInk">
            {reason}
          </Typography>
        )}
      </TableCell>
      <TableCell title={texts.whenInFull(message)}>
        <StatusLabel
          tone={deliveryTones[message.state]}
          label={texts.state(message)}
          note={texts.when(message)}
        />
      </TableCell>
      <TableCell align="right" sx={{ pr: 4 }}>
        {canBeSentNow(message) && onSend !== null && (
          <SendNow describedBy={id} pending={sending} onSend={() => onSend(message.invitationId)} />
        )}
      </TableCell>
    </TableRow>
  );
}
