/**
 * The people behind the keys. Admins see those of their organization; there is one, the Owner made
 * at the first start, until something else than Berth adds more.
 */
package io.berth.accounts.users;
