/**
 * Users, who own the API keys. An Admin can read the users of the organization. Berth creates only
 * one user, the Owner, at the first start; more can be added only in the database.
 */
package io.berth.accounts.users;
