import { rejector, worded } from '@panshi/kernel';

export const privacyRejections = worded({
  'privacy.subject-erased': {
    zh: '该人（{subject}）的个人信息已按申请删除',
    en: 'The personal data of this person ({subject}) was erased',
  },
  'privacy.subject-unknown': {
    kind: 'not-found',
    zh: '没有此人的个人信息（{subject}）',
    en: 'No personal data of this person is held ({subject})',
  },
  'privacy.erasure-held': {
    zh: '因“{ground}”暂缓删除 {subject} 的个人信息，至 {until}',
    en: 'The erasure of {subject} is deferred on the ground of {ground}, until {until}',
  },
  'privacy.picture-too-large': {
    kind: 'invalid',
    zh: '图片过大，上限 {limit} 字节',
    en: 'The picture is too large: at most {limit} bytes',
  },
  'privacy.picture-type-refused': {
    kind: 'invalid',
    zh: '仅支持 JPEG、PNG、WebP 图片',
    en: 'Only JPEG, PNG and WebP pictures',
  },
});

export const reject = rejector(privacyRejections);
