import { FileText, ImagePlus } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { highestLogo, sheetKinds } from '#contract/sheet.ts';
import { may } from '#domain/roles.ts';
import { useAsk, useDo } from '../api/api.tsx';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { bytesOf, saveFile } from '../ui/files.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { PictureDots } from '../ui/picture.tsx';
import styles from '../peripherals/peripherals.module.css';
import { pictureFrom } from './picture-from.ts';

/** What goes on paper besides tickets: sheets to print, and the logo at the head of every ticket. */
export function PaperPart(): ReactNode {
  const { t } = useWords();
  const { operator } = useDesk();
  return (
    <Panel
      label={t('peripherals.parts.paper')}
      head={<h2 className={styles['title']}>{t('peripherals.parts.paper')}</h2>}
    >
      <div className={styles['stack']}>
        <p>{t('peripherals.paper.text')}</p>
        <Sheets />
        {may(operator, 'manager') && <Logo />}
      </div>
    </Panel>
  );
}

function Sheets(): ReactNode {
  const { t } = useWords();
  const { announce, announceRefusal } = useAnnouncer();
  const { act, pending } = useDo('sheet');
  const save = async (kind: (typeof sheetKinds)[number]): Promise<void> => {
    const answer = await act({ kind });
    if (!answer.ok) return announceRefusal(answer.refusal);
    saveFile(answer.value.name, bytesOf(answer.value.base64), 'application/pdf');
    return announce('good', {
      text: t('peripherals.paper.saved', { file: answer.value.name }),
      next: t('peripherals.paper.savedNext'),
    });
  };
  return (
    <ul className={styles['printers']}>
      {sheetKinds.map((kind) => (
        <li key={kind}>
          <button
            type="button"
            className={styles['printer']}
            disabled={pending}
            onClick={() => void save(kind)}
          >
            <FileText size={22} aria-hidden="true" />
            <strong>{t(`peripherals.paper.sheets.${kind}`)}</strong>
            <small>{t(`peripherals.paper.about.${kind}`)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Logo(): ReactNode {
  const { t } = useWords();
  const { announceRefusal } = useAnnouncer();
  const { data } = useAsk('logo', {});
  const { act, pending } = useDo('chooseLogo');
  const input = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  const keep = async (file: File | null): Promise<void> => {
    const logo = file && (await pictureFrom(file, highestLogo));
    setUnreadable(file !== null && logo === null);
    if (file && !logo) return;
    const answer = await act({ logo });
    if (!answer.ok) announceRefusal(answer.refusal);
  };
  return (
    <section className={styles['logo']}>
      <h3>{t('peripherals.paper.logo')}</h3>
      <p className={styles['soft']}>{t('peripherals.paper.logoText')}</p>
      {data && (
        <div className={styles['paper']}>
          <PictureDots picture={data} alt={t('peripherals.paper.logo')} />
        </div>
      )}
      {unreadable && (
        <Notice
          live
          tone="refuse"
          sentence={{ text: t('peripherals.paper.unreadable'), next: t('peripherals.paper.unreadableNext') }}
        />
      )}
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void keep(file);
        }}
      />
      <div className={styles['acts']}>
        {data && (
          <Button disabled={pending} onPress={() => void keep(null)}>
            {t('peripherals.paper.noLogo')}
          </Button>
        )}
        <Button
          icon={<ImagePlus size={20} aria-hidden="true" />}
          disabled={pending}
          onPress={() => input.current?.click()}
        >
          {t(data ? 'peripherals.paper.otherLogo' : 'peripherals.paper.chooseLogo')}
        </Button>
      </div>
    </section>
  );
}
