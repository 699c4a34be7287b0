import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/notice.tsx';

interface Props {
  readonly children: ReactNode;
}

/** A screen that breaks leaves the frame standing. */
export class CrashGuard extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <Broken onAgain={() => this.setState({ broken: false })} />;
  }
}

function Broken({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Notice
      tone="refuse"
      live
      sentence={{ text: t('ui.crash.title'), next: t('ui.crash.text') }}
      action={
        <Button kind="primary" onPress={onAgain}>
          {t('ui.crash.again')}
        </Button>
      }
    />
  );
}
