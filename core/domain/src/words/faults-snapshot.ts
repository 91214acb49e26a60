import type { Text } from '../text.ts';

export const snapshotFaults = {
  'device-item-not-mapped': {
    ko: '기기 {device}의 항목 {item}에 대응하는 원자료 항목이 없습니다. 계획서 items에 {item}의 규칙을 적으십시오.',
    en: 'Item {item} of device {device} has no source. State its rule under items in the plan.',
  },
  'device-item-unknown': {
    ko: '기기 {device}에 없는 항목입니다: {item}. 있는 항목: {known}. 계획서의 항목 이름을 고치십시오.',
    en: 'Device {device} has no item {item}. Its items: {known}. Correct the name in the plan.',
  },
  'device-item-rule': {
    ko: '기기 {device}의 항목 {item}에는 {needs} 규칙이 필요합니다. 계획서의 규칙을 {needs} 형식으로 바꾸십시오.',
    en: 'Item {item} of device {device} takes a rule of the form {needs}. Change the rule in the plan to {needs}.',
  },
  'source-missing': {
    ko: '원자료 파일이 없습니다: {file}. 경로를 확인하거나 --source로 파일을 지정하십시오.',
    en: 'There is no source file {file}. Check the path or name the file with --source.',
  },
  'source-unreadable': {
    ko: '원자료 파일을 읽을 수 없습니다: {file} ({reason}). 파일의 권한과 종류를 확인하십시오.',
    en: 'Source file {file} cannot be read ({reason}). Check its permissions and that it is a file.',
  },
  'source-empty': {
    ko: '원자료 파일이 비어 있습니다: {file}. 열 이름과 자료가 있는 파일을 지정하십시오.',
    en: 'Source file {file} is empty. Name a file with column names and rows.',
  },
  'source-header-only': {
    ko: '원자료에 열 이름만 있고 자료 행이 없습니다: {file}. 자료가 들어 있는 파일을 지정하십시오.',
    en: 'Source {file} has column names but no rows. Name a file that holds data.',
  },
  'source-gzip-broken': {
    ko: '압축 파일이 잘렸거나 손상되었습니다: {file}. 파일을 다시 받거나 다시 압축하십시오.',
    en: 'The gzip file {file} is cut short or damaged. Fetch it or compress it again.',
  },
  'source-not-parquet': {
    ko: 'Parquet 파일이 아니거나 손상되었습니다: {file}. 파일을 다시 만들거나 CSV로 지정하십시오.',
    en: '{file} is not a whole Parquet file. Write it again, or name a CSV file.',
  },
  'source-not-utf8': {
    ko: 'UTF-8이 아닌 글자가 있습니다: {file}, {line}행. 파일을 UTF-8로 저장하십시오.',
    en: '{file}, line {line}: the text is not UTF-8. Save the file as UTF-8.',
  },
  'source-row-ragged': {
    ko: '열의 수가 맞지 않습니다: {file}, {line}행. 필요한 열 {expected}개, 있는 열 {found}개. 그 행의 구분자와 따옴표를 고치십시오.',
    en: '{file}, line {line}: {found} columns where the header has {expected}. Correct the delimiters and quotes of that line.',
  },
  'source-row-unreadable': {
    ko: '읽을 수 없는 행입니다: {file}, {line}행. 그 행의 따옴표와 줄바꿈을 고치십시오.',
    en: '{file}, line {line}: the line cannot be read. Correct its quotes and line ends.',
  },
  'source-column-twice': {
    ko: '같은 이름의 열이 두 개 있습니다: {file}, 1행, 열 {column}. 하나의 이름을 바꾸십시오.',
    en: '{file}, line 1: the column {column} stands twice. Rename one of them.',
  },
  'source-column-missing': {
    ko: '원자료에 열이 없습니다: {file}, 열 {column}. 있는 열: {known}. 계획서의 mapping을 고치십시오.',
    en: '{file} has no column {column}. It has: {known}. Correct the mapping in the plan.',
  },
  'source-cell-wrong-kind': {
    ko: '값의 종류가 맞지 않습니다: {file}, {line}행, 열 {column}. 필요한 종류: {expected}. 이 열에서 맞지 않는 값은 모두 {cells}개입니다. 값을 고치거나, 결측을 뜻하는 글자라면 mapping의 missing에 적으십시오.',
    en: '{file}, line {line}, column {column}: the value is not of the kind {expected}. {cells} values of this column are not. Correct them, or, if the text means "missing", list it under missing in the mapping.',
  },
  'source-cell-wrong-kind-row': {
    ko: '값의 종류가 맞지 않습니다: {file}, 자료 {row}번째 행, 열 {column}. 필요한 종류: {expected}. 이 열에서 맞지 않는 값은 모두 {cells}개입니다. 값을 고치거나, 결측을 뜻하는 글자라면 mapping의 missing에 적으십시오.',
    en: '{file}, row {row}, column {column}: the value is not of the kind {expected}. {cells} values of this column are not. Correct them, or, if the text means "missing", list it under missing in the mapping.',
  },
  'source-key-twice': {
    ko: '한 번만 있어야 할 열쇠 값이 되풀이됩니다: {file}, 열쇠 {key}. 되풀이된 열쇠 {keys}개, 해당 자료 행: {rows}. 중복 행을 지우거나 mapping의 key를 고치십시오.',
    en: '{file}: {keys} values of the key {key} stand more than once, in rows {rows}. Remove the duplicates or correct the key in the mapping.',
  },
  'snapshot-cancelled': {
    ko: '스냅샷 만들기를 취소했습니다: {file}. 남은 것은 없습니다. 다시 시작하면 됩니다.',
    en: 'Taking the snapshot of {file} was cancelled. Nothing is left behind; start it again when you wish.',
  },
  'snapshot-folder-unwritable': {
    ko: '스냅샷 폴더에 쓸 수 없습니다: {folder} ({reason}). 권한과 남은 공간을 확인하십시오.',
    en: 'The snapshot folder {folder} cannot be written ({reason}). Check its permissions and the space left.',
  },
  'snapshot-engine': {
    ko: '원자료를 처리하다 멈췄습니다: {file} ({reason}). 디스크 공간과 메모리를 확인하고 다시 시도하십시오.',
    en: 'Processing {file} stopped ({reason}). Check disk space and memory, then try again.',
  },
  'snapshot-not-found': {
    ko: '스냅샷 파일이 없거나 온전하지 않습니다: {file}. 원자료에서 다시 만드십시오.',
    en: 'The snapshot {file} is missing or not whole. Take it again from its source.',
  },
  'snapshot-column-missing': {
    ko: '스냅샷에 열이 없습니다: {file}, 열 {column}. 있는 열: {known}. 계획서의 열 이름이나 mapping을 고치십시오.',
    en: 'The snapshot {file} has no column {column}. It has: {known}. Correct the column name or the mapping in the plan.',
  },
  'quality-failed': {
    ko: '자료 품질 점검에 통과하지 못했습니다: {checks}. 점검 {first}: 원자료 {source}, {denominator}건 중 {failing}건, 자료 행 {rows}. 자료를 고치거나, 책임자와 사유를 적어 계획서의 waivers에서 면제하십시오.',
    en: 'The data failed these quality checks: {checks}. Check {first} on source {source}: {failing} of {denominator}, first rows {rows}. Correct the data, or waive the check in the plan with a reason and a name.',
  },
} as const satisfies Readonly<Record<string, Text>>;
