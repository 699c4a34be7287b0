import { type ReactNode, useMemo, useState } from 'react';
import { noticeLanguages } from '#contract/person.ts';
import { useDo } from '../api/api.tsx';
import type { AllRefusals } from '../api/client.ts';
import { useAnnouncePrinted } from '../app/announce-printed.ts';
import { useWords } from '../messages/use-words.ts';
import { useAnnouncer } from '../ui/announcer.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Choice } from '../ui/controls/choice.tsx';
import { Dialog } from '../ui/controls/dialog.tsx';
import { bytesOf, saveFile } from '../ui/files.ts';
import { Notice } from '../ui/notice.tsx';
import { PictureDots } from '../ui/picture.tsx';
import { drawnPage } from './draw-page.ts';
import { type PaperPage, spoken } from './page.ts';
import type { PaperLanguage } from './slip-words.ts';
import styles from './slip.module.css';

/** A long page is scrolled by keyboard too: the focus has to be able to stand on it. */
const reachable = { tabIndex: 0 };

/** A page for the person, in their language: seen here, then printed on the ticket printer or saved. */
export function PaperDialog(props: {
  readonly kind: 'slip' | 'notice';
  readonly language?: PaperLanguage;
  readonly pageIn: (language: PaperLanguage) => PaperPage;
  /** It was printed or saved in this language. */
  readonly onMade?: (language: PaperLanguage) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, refusal } = useWords();
  const { announce } = useAnnouncer();
  const announcePrinted = useAnnouncePrinted();
  const { act, pending } = useDo('printPage');
  const { kind, pageIn, onClose } = props;
  const [language, setLanguage] = useState<PaperLanguage>(props.language ?? 'fr');
  const [refused, setRefused] = useState<AllRefusals | null>(null);
  const page = useMemo(() => pageIn(language), [pageIn, language]);
  const picture = useMemo(() => drawnPage(page), [page]);
  const make = async (to: 'printer' | 'pdf'): Promise<void> => {
    const answer = await act({ kind, picture, alt: spoken(page).slice(0, 2_000), to });
    if (!answer.ok) return setRefused(answer.refusal);
    const { pdf } = answer.value;
    props.onMade?.(language);
    if (pdf) {
      saveFile(pdf.name, bytesOf(pdf.base64), 'application/pdf');
      announce('good', { text: t(`slip.${kind}.done`), next: t('slip.saved') });
    } else announcePrinted({ text: t(`slip.${kind}.done`), next: t(`slip.${kind}.given`) });
    return onClose();
  };
  return (
    <Dialog
      wide
      title={t(`slip.${kind}.title`)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} shortcut="Escape">
            {t('ui.back')}
          </Button>
          <Button disabled={pending} onPress={() => void make('pdf')}>
            {t('slip.save')}
          </Button>
          <Button kind="primary" disabled={pending} onPress={() => void make('printer')}>
            {t('slip.print')}
          </Button>
        </>
      }
    >
      <div className={styles['columns']}>
        <div>
          <p>{t(`slip.${kind}.text`)}</p>
          <Choice
            legend={t('slip.language')}
            options={noticeLanguages.map((id) => ({ id, label: t(`person.languages.${id}`) }))}
            value={language}
            onPick={setLanguage}
          />
          {refused && <Notice tone="refuse" sentence={refusal(refused)} live />}
        </div>
        <div
          className={styles['paper']}
          lang={language}
          role="region"
          aria-label={t(`slip.${kind}.title`)}
          {...reachable}
        >
          <PictureDots picture={picture} alt={spoken(page)} />
        </div>
      </div>
    </Dialog>
  );
}
