-- How many storyboards of an examination in progress have run, and of how many; null while there is none.
alter table source_compliance add column progress json;
