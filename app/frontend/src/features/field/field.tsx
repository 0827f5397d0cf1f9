import { type Ref, useId } from 'react';
import { useBelowLanguage } from '../../lib/use-below-language.ts';
import { AnswerList } from './answer-list.tsx';
import { type FieldPorts, type FieldState, useField } from './use-field.ts';
import './field.css';

interface FieldProps extends FieldPorts {
  readonly ref: Ref<HTMLInputElement>;
}

/** The one field: it takes a place, a time, or both. A combobox that works by keyboard alone. */
export function Field({ ref, ...ports }: FieldProps) {
  const { texts } = useBelowLanguage();
  const id = useId();
  const field = useField(ports);
  const { words, active, isOpen, onKeyDown, onFocus, onBlur, onWrite } = field;
  return (
    <section className="field">
      <label htmlFor={id}>{texts.field.label}</label>
      <input
        ref={ref}
        id={id}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
        placeholder={texts.field.examples}
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
        value={words}
        onFocus={onFocus}
        onBlur={onBlur}
        onChange={({ target }) => onWrite(target.value)}
        onKeyDown={onKeyDown}
      />
      <AnswerList id={id} field={field} />
      <FieldNews {...field} />
    </section>
  );
}

/** The result of a search, in words. Screen readers announce it. */
function FieldNews({
  wanted,
  total,
  picked,
  isOpen,
  isQuestion,
  isAnswered,
  lacksRules,
  hasFailed,
}: FieldState) {
  const { field } = useBelowLanguage().texts;
  return (
    <p aria-live="polite">
      {wanted !== '' && !isAnswered && (hasFailed ? field.cannotFind : field.loading)}
      {isOpen && isQuestion && field.severalMeanings(wanted)}
      {isOpen && <span className="for-screen-readers">{field.count(total)}</span>}
      {picked !== null && field.picked[picked.result](picked.name)}
      {wanted !== '' && isAnswered && lacksRules && field.lacksRules}
      {wanted !== '' && isAnswered && !lacksRules && total === 0 && field.foundNothing(wanted)}
    </p>
  );
}
