-- A consent begins at a page of ours: where it sends the browser on to, without the state and what is made of it, and a hash
-- of the secret that the browser which began it was given. Null until somebody presses the button.
alter table oauth_consents add column authorization_url text not null default '';
alter table oauth_consents add column browser_hash text;
-- What was begun before cannot be bound to anybody any more.
delete from oauth_consents;
