import { field } from '@panshi/contracts';

/** What one signs in with. */
export class SignIn {
  @field.text('用户名', 'Username', { min: 1, max: 64 })
  username!: string;

  @field.password('密码', 'Password')
  password!: string;
}
