// Generated from the operation table by `npm run generate`.
export interface paths {
    "/api/v2/buyer/accounts/create-child": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a child organisation
         * @description It is on the same side of the market and under the terms that your organisation has accepted. You administer it: switch to it with POST /accounts/switch.
         */
        post: operations["createChildAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/accounts/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the organisation that your key acts for */
        get: operations["getCurrentAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the organisations that you belong to
         * @description POST /accounts/switch makes your key act for another of them.
         */
        get: operations["listCustomerAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/accounts/{customerId}/domain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set your organisation's domain
         * @description Sellers identify a buyer by it, and a storefront's operatorDomain that equals it is verified. It must be a domain at which one of your members has a verified email address, and not that of a public mail provider; the operator of the installation can set any, for any organisation.
         */
        patch: operations["updateCustomerDomain"];
        trace?: never;
    };
    "/api/v2/buyer/accept-tos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept the terms of service for your organisation */
        post: operations["acceptTos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your API keys or, as an administrator, all keys of your organisation */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key for yourself
         * @description It acts as you do, with your role. The key is shown once: store it.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke one of your API keys or, as an administrator, any key of your organisation
         * @description It stops working with its next request, or two seconds later if it has just been used for a read.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/accounts/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let your key act for another of your organisations
         * @description This applies from the next request on, with your role there, until you switch again or are no longer a member. GET /accounts lists your organisations; switch to your key's own organisation to go back.
         */
        post: operations["switchAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who did what in your organisation
         * @description Who changed what, and when, newest first. Every change has an entry, written in the same transaction.
         */
        get: operations["listAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who did what in your organisation
         * @description Who changed what, and when, newest first. Every change has an entry, written in the same transaction.
         */
        get: operations["listBuyerAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/audit-logs/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify that the audit log is unchanged
         * @description Each entry is signed together with the one before it, and the end of the log as well, with a key that the database does not hold, so changed, removed or inserted entries are detected.
         */
        get: operations["verifyAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your organisation's recent requests and how they were answered, newest first
         * @description The newest 10,000, and those of the last hours beyond, as long as the installation keeps them; a request is listed after about a second. Bodies are not kept. A seller also sees the requests that buyers on other systems made to its storefront's agent.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read your organisation's sandbox clock */
        get: operations["getSandboxClock"];
        put?: never;
        /**
         * Advance your organisation's sandbox clock
         * @description A clock only moves forward. Everything that falls due in that time happens before the response, and is listed in it.
         */
        post: operations["advanceSandboxClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/webhook-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your organisation's webhook subscriptions */
        get: operations["listWebhookSubscriptions"];
        put?: never;
        /**
         * Subscribe a webhook to events
         * @description Each event is sent as a POST of {type, timestamp, data}, signed according to Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature) and with X-Webhook-Signature, the HMAC-SHA256 of the body in hex. Answer 2xx within 15 seconds; otherwise it is sent again over three days under the same webhook-id. Polling gives the same data.
         */
        post: operations["createWebhookSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/webhook-subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a webhook subscription and the health of its receiver */
        get: operations["getWebhookSubscription"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook subscription
         * @description Deliveries stop immediately, including retries.
         */
        delete: operations["deleteWebhookSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/webhook-subscriptions/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a webhook subscription's deliveries and their results
         * @description Newest first. The log goes back thirty days.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/webhook-subscriptions/{id}/deliveries/{deliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redeliver a webhook event, and see the result
         * @description It is sent under the same webhook-id, whether delivery had been given up or had succeeded.
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/webhook-subscriptions/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event, and see the result
         * @description The event webhook.test is sent once, without retries. If it arrives, a failed or inactive subscription becomes active again.
         */
        post: operations["testWebhookSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/notifications/{notificationId}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge a notification for your organisation
         * @description This applies to your whole organisation; for you, it also counts as read.
         */
        post: operations["acknowledgeNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your organisation's notifications
         * @description Newest first. Read marks are per person; unreadCount counts the matching notifications that you have not read.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all notifications as read */
        post: operations["readAllNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/notifications/{notificationId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a notification as read */
        post: operations["readNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a member's role in your organisation
         * @description A MEMBER buys and sells, an ADMIN also manages people, keys and webhooks. The last administrator cannot be demoted.
         */
        put: operations["changeMemberRole"];
        post?: never;
        /**
         * Remove a member from your organisation
         * @description Their API keys here are revoked and their browsers signed out. The last administrator cannot be removed.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the members of your organisation */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/members/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List open invitations */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody to your organisation by email
         * @description They get an email with a link that works once, within seven days. Inviting an address again replaces the link; within an hour of the last invitation it changes nothing.
         */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/members/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an invitation
         * @description Its link stops working.
         */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sign-in/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the link of a sign-in email or an invitation
         * @description For agents, which need a key and no session. People open the link in a browser.
         */
        post: operations["confirmSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a one-time sign-in link by email
         * @description The answer is the same for every address. If there is an account, it gets an email with a link for each organisation of that person; each link works once, for 15 minutes.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/acting-grants/{grantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Stop an operator acting for an organisation, immediately
         * @description An operator can stop anybody, an administrator only those acting for their own organisation.
         */
        delete: operations["endActing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/acting-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the operators who acted for your organisation, newest first
         * @description For an operator: all organisations.
         */
        get: operations["listActingGrants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out one of your browsers
         * @description It is signed out at its next request.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See who you are, and the organisations that you belong to */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the browsers that you are signed in with */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out of the current session */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get what a browser needs to create a passkey
         * @description For navigator.credentials.create, in the browser that you are signed in with.
         */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your passkeys */
        get: operations["listPasskeys"];
        put?: never;
        /** Register a passkey */
        post: operations["createPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/passkeys/{passkeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a passkey
         * @description Browsers that were signed in with it stay signed in: DELETE /api/v2/sessions/{sessionId} signs them out.
         */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        /** Rename a passkey */
        patch: operations["renamePasskey"];
        trace?: never;
    };
    "/api/v2/identity-provider/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a domain to your identity provider
         * @description It takes effect once its DNS has the record in the response; do not remove the record. A domain added by an operator takes effect immediately.
         */
        post: operations["addSignInDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/identity-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get your organisation's OpenID Connect provider and its domains */
        get: operations["getIdentityProvider"];
        /**
         * Set your organisation's OpenID Connect provider
         * @description Its issuer's metadata is read. It signs in only people with verified addresses at your verified domains. Register redirectUri there first: GET /api/v2/identity-provider returns it.
         */
        put: operations["setIdentityProvider"];
        post?: never;
        /** Remove your organisation's identity provider */
        delete: operations["removeIdentityProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/identity-provider/domains/{domain}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a domain from your identity provider */
        delete: operations["removeSignInDomain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/identity-provider/domains/{domain}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove that a domain is yours */
        post: operations["verifySignInDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sign-up/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the link of a sign-up email
         * @description For agents, which need a key and no session. People open the link in a browser.
         */
        post: operations["confirmOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign up: request an organisation that buys or sells
         * @description Emails a link that creates it or, if an operator must approve, queues it for review. The answer is the same for every address.
         */
        post: operations["requestOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/connected-applications/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Disconnect an application
         * @description Your own or, as an administrator, anybody's in your organisation. No new access tokens are issued to it; the one it has expires within fifteen minutes.
         */
        delete: operations["endConnectedApplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/connected-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the applications that act for you, or, as an administrator, for anybody in your organisation */
        get: operations["listConnectedApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/archives/{archiveId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an archive of your organisation, with a link to download it */
        get: operations["getArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/archives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the archives of your organisation, newest first */
        get: operations["listArchives"];
        put?: never;
        /**
         * Request an archive of everything your organisation has here
         * @description A tar file with the rows of every table as lines of JSON, the files of creatives, and a manifest that lists what is left out and why: above all, secrets. It is prepared in the background; get the archive for a link to download it.
         */
        post: operations["requestArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/accounts/current/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete your organisation, with everything that does not have to be kept
         * @description Its keys stop working within minutes, and it cannot be restored: request an archive first (POST /archives). Members who belong to no other organisation are deleted as well. Records of what was bought and sold stay for as long as the law requires; the answer lists them. It is refused while buys or orders are running, and while other organisations depend on it.
         */
        post: operations["deleteOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/me/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete yourself from this installation, in every organisation
         * @description Your memberships, keys, passkeys and sessions are deleted at once or within minutes, and cannot be restored. What your organisations must keep, such as their audit logs, names a pseudonym from then on. It is refused while you are the only administrator of one of your organisations.
         */
        post: operations["deletePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/brands/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See which brand a domain belongs to
         * @description Asks the domain for its brand.json (AdCP), following it to its house, and then the registry if one is configured. Always answers 200: `resolved: false` explains in `error` where we looked and what was found. Nothing is saved; an advertiser is linked to its brand by `brand` when it is created.
         */
        post: operations["resolveBuyerBrand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefront-connections/{connectionId}/accounts/{accountId}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what an account adds to its platform's products
         * @description The platform's last answer: it is asked once a day for the selected accounts, and before their first products.
         */
        get: operations["getConnectionAccountFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefront-connection-account-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the accounts of all your connections, with the advertiser or brand of each
         * @description Organisations group accounts and appear as their parents; they are not listed themselves.
         */
        get: operations["listStorefrontConnectionAccountMappings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefront-connections/{connectionId}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the accounts that a connection opens */
        get: operations["listStorefrontConnectionAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefront-connections/{connectionId}/accounts/{accountId}/advertiser": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign an account to an advertiser or a brand
         * @description A buyer names one of its advertisers; a seller, whose connection serves all its buyers, names a brand by its domain. A media buy for which no account is assigned is refused with account_mapping_required.
         */
        post: operations["mapStorefrontConnectionAccountToAdvertiser"];
        /**
         * Remove an advertiser or brand from an account
         * @description Removes the named advertiser or brand, or all of them if none is named. Existing media buys continue, and new ones are refused with account_mapping_required.
         */
        delete: operations["unmapStorefrontConnectionAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefront-connections/{connectionId}/accounts/{accountId}/select": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Choose an account of a connection */
        patch: operations["selectStorefrontConnectionAccount"];
        trace?: never;
    };
    "/api/v2/buyer/storefronts/{storefrontId}/connection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connect a storefront's platform
         * @description Open connectionUrl in a browser and consent at the platform; only the browser that started can complete it, within ten minutes. For a platform without OAuth the page asks for its key, which a program may also send: PUT /storefront-connections/{connectionId}/token. Call again to renew the consent.
         */
        post: operations["connectStorefront"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefront-connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the platform storefronts that you can connect, with their state */
        get: operations["listStorefrontConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefront-connections/{connectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Disconnect a platform
         * @description The consent is revoked at the platform if possible, and its tokens are deleted here immediately. Campaigns running there continue, and can no longer be changed or read from here.
         */
        delete: operations["removeStorefrontConnection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefront-connections/{connectionId}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Provide a token for a platform without OAuth consent */
        put: operations["setConnectionToken"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefronts/{storefrontId}/connection-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Set which features of a connected platform are used */
        patch: operations["updateStorefrontConnectionPolicy"];
        trace?: never;
    };
    "/api/v2/buyer/storefronts/discover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See which storefronts are live and which are coming soon */
        get: operations["discoverStorefronts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefronts/{storefrontId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a storefront with its sources and your accounts there */
        get: operations["getStorefront"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefronts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the storefronts you can buy from */
        get: operations["listStorefronts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefronts/credentials/{credentialId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rotate a credential, or rename its account
         * @description The new secret is tried at the agent; if the agent refuses it, the old one stays. The account keeps its name, its links and whatever was bought with it. accountIdentifier renames the account, which is useful for an account that was connected by OAuth without a name; whatever was bought or linked under the old name continues.
         */
        put: operations["rotateStorefrontCredential"];
        post?: never;
        /**
         * Delete a credential
         * @description Accounts that were linked with it become unreachable and are marked so; nothing is bought under them until they are linked again with another one. Media buys running under it can no longer be changed or read. To change a secret, rotate it instead.
         */
        delete: operations["deleteStorefrontCredential"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefronts/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your credentials with the sources that they open */
        get: operations["listStorefrontCredentials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefronts/{storefrontId}/sources/{sourceId}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register your credential at a source
         * @description Send no body to learn which kinds of credential the source accepts. The credential is tried at the agent, and one that it refuses is not stored. One credential works for every source behind the same agent. For a source that uses OAuth, send only accountIdentifier: the credential is PENDING until you have consented at oauth.authorizationUrl.
         */
        post: operations["registerSourceCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/sales-agents/accountCredentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your credentials by sales agent */
        get: operations["listSalesAgentCredentials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/sales-agents/{agentId}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register an account at a sales agent */
        post: operations["registerSalesAgentAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/sales-agents/{agentId}/accountCredentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register your credential at a sales agent
         * @description The same as for a source of a storefront; it works for every source behind the agent. Send no body to learn which kinds of credential the agent accepts. For an agent that uses OAuth, send only accountIdentifier and consent at oauth.authorizationUrl.
         */
        post: operations["registerSalesAgentCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/agents/{agentId}/oauth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete an OAuth consent without this server's browser page
         * @description For an agent that received the code itself, at the redirectUri that it started with. The state must be one that your own key started for this agent, and can be used once, whatever the result.
         */
        post: operations["completeAgentAccountOAuth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/agents/{agentId}/accounts/oauth/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the OAuth consent for a named account at an agent
         * @description For a source whose probe returns the type oauth; each source has its agentId in GET /api/v2/buyer/storefronts/{storefrontId}, and on each inventory source of a seller's own. Open authorizeUrl in a browser, in a separate window if your page is to be notified: it receives postMessage({ type: 'oauth-complete' }), if its origin is registered with the operator (OAUTH_REDIRECT_ORIGINS) or named by openerOrigin. Then the source is connected. Ask again to consent anew.
         */
        post: operations["startAgentAccountOAuth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/agents/{agentId}/oauth/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the OAuth consent for an agent
         * @description A seller consents for its storefront: the grant is used for all of its sources at the agent, for everybody who buys there, unless buyersBringOwn is set. A buyer consents for itself. Open authorizationUrl in a browser; the description of startAgentAccountOAuth applies here too.
         */
        post: operations["startAgentOAuth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/sales-agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sales agents you can buy from: storefronts, and the agents behind them
         * @description A storefront's own agent is called storefront- and its platformId. An agent behind a storefront is listed once, however many storefronts show it. Where requiresAccount is true, register a credential: POST /sales-agents/{agentId}/accountCredentials.
         */
        get: operations["listSalesAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefronts/interest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the interest that you registered */
        get: operations["getStorefrontInterest"];
        put?: never;
        /**
         * Register interest in storefronts that you would like to buy from
         * @description For storefronts that are coming soon (GET /storefronts/discover), and for sellers that are missing altogether. The operator of this installation is notified of each submission and keeps them all; you see your latest one.
         */
        post: operations["submitStorefrontInterest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the audience signals of the storefronts you can reach
         * @description Collected from sources of type SIGNAL, and cached for an hour. For a storefront that does not answer, its last list is used. Every signal is available to every buyer.
         */
        get: operations["listSignals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List advertisers
         * @description Newest first. `advertisers` has them in full; `items` has the same in brief, as newer clients read them.
         */
        get: operations["listAdvertisers"];
        put?: never;
        /**
         * Create an advertiser
         * @description The brand's brand.json is read from its domain, for at most 2.5 s. A brand that is not found is not an error: the advertiser is created, and `brandWarning` says where we looked; with `saveBrand: true` your name and description are used as `linkedBrand`, marked `saved`. An account that its source does not list is an error, and nothing is created.
         */
        post: operations["createAdvertiser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an advertiser with its whole configuration
         * @description Everything in one answer: event sources, test cohorts, measurement configuration, linked accounts and the brand. Archived advertisers are returned too.
         */
        get: operations["getAdvertiser"];
        /**
         * Update an advertiser in part or in full
         * @description Only the fields in the body change. `linkedAccounts` only adds. Sending `brand` looks it up again, even if it is the same; what has already been sent to sellers under the old brand does not change. `sandbox` is fixed and ignored.
         */
        put: operations["updateAdvertiser"];
        post?: never;
        /**
         * Archive an advertiser
         * @description It leaves the list and accepts no new campaigns or discoveries; it can still be read, its media buys continue, and `restore` restores it.
         */
        delete: operations["deleteAdvertiser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore an archived advertiser */
        post: operations["restoreAdvertiser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the accounts assigned to an advertiser */
        get: operations["listAdvertiserAccounts"];
        put?: never;
        /**
         * Assign an account at a source to an advertiser
         * @description The account must be one of `available`. From then on, the advertiser buys from the source's agent under this account and with the credential that shows it, through any storefront; with several accounts at one agent, the one assigned last is used. Assigning the same account again only changes the credential. Earlier media buys stay under their account.
         */
        post: operations["assignAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an account assigned to an advertiser */
        get: operations["getAdvertiserAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/accounts/available": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the accounts at a source that can be assigned to an advertiser
         * @description Lists the accounts that your credential shows at the source, limited to the advertiser's brand if the source says which brand they belong to. A source that creates accounts creates one if there is none, and `synced` is true. A source that needs no credentials has none to choose from. A source's list is cached until `refresh=true`.
         */
        get: operations["listAvailableAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/storefronts/{storefrontId}/sources/{sourceId}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register an account at a source, and assign it to an advertiser
         * @description Like registering a credential, under the account's own identifier at the source. Omit auth if you already have a credential there that also covers this account, or if the source uses OAuth. With advertiserId the advertiser buys under it from now on.
         */
        post: operations["registerSourceAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/accounts/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove an account from an advertiser
         * @description Media buys under the account continue.
         */
        delete: operations["unassignAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/event-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List an advertiser's event sources and their health */
        get: operations["listEventSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/event-sources/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register or change event sources: AdCP's sync_event_sources
         * @description Fields are spelt as in AdCP. Each item is the complete source: omitted fields are reset to their default. Returns 200 with a result for each item, even if some failed; repeating the same request returns `unchanged`. Register a source before its first event: log-event refuses sources that are not registered.
         */
        post: operations["syncEventSources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/events/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count an advertiser's events by the hour
         * @description Every event logged by log-event is a `conversion`, whatever its event_type, counted in the UTC hour in which it happened; test events are excluded, and there is no lag. An hour without events has no entry. `impression` and `click` never appear here, because sellers report those by day: see reporting/metrics. Neither do `measurement` and `mmp`, because this server accepts no such feeds.
         */
        get: operations["getEventSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/log-event": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log up to 10,000 events of a registered event source: AdCP's log_event
         * @description Fields are spelt as in AdCP. An event is identified by its source, event_type and event_id, and counts once however often it is sent. A batch may have up to 8 MiB. Returns 200 even if single events failed: `partial_failures` says which (EVENT_TYPE_NOT_ALLOWED, URL_REQUIRED, DOMAIN_NOT_ALLOWED, EVENT_TOO_OLD, EVENT_IN_FUTURE), and `warnings` what could be better. If an event is malformed or contains unhashed personal data, the whole request fails and nothing is stored. Events are counted in events/summary; they are not attributed to campaigns and do not change delivery reports.
         */
        post: operations["logEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/test-cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List an advertiser's test cohorts */
        get: operations["listTestCohorts"];
        put?: never;
        /**
         * Create a test cohort
         * @description A record of who is in which arm of an experiment, for the people and tools that measure it. It does not affect delivery: to exclude a control group, say so in the campaign's constraints.
         */
        post: operations["createTestCohort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/test-cohorts/{cohortId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a test cohort with its definition */
        get: operations["getTestCohort"];
        /** Update a test cohort: only the fields in the body change */
        put: operations["updateTestCohort"];
        post?: never;
        /**
         * Delete a test cohort
         * @description This is permanent. To keep the cohort but stop using it, update it with `isActive: false`.
         */
        delete: operations["deleteTestCohort"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/measurement-config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an advertiser's measurement settings
         * @description If it was never set, the defaults are returned.
         */
        get: operations["getMeasurementConfig"];
        /**
         * Update an advertiser's measurement settings: only the fields in the body change
         * @description The settings are stored for whoever runs the measurement; they do not start one.
         */
        put: operations["updateMeasurementConfig"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/catalogs/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send catalogs to sales agents, or upload catalogs with their items: AdCP's sync_catalogs
         * @description With partnerIds, the advertiser's catalogs are sent to those sales agents, and `results` has the result for each catalog at each agent. With account and catalogs, spelt as in AdCP, catalogs are created or replaced together with their items; nothing is sent to anybody, and `catalogs` has the result for each. A request is limited to two megabytes: provide a larger catalog as a feed (url), which is read soon afterwards, up to 32 megabytes of JSON, CSV or TSV. Returns 200 even if some or all failed; repeating the same request returns `unchanged`.
         */
        post: operations["syncCatalogs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/catalogs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List an advertiser's catalogs */
        get: operations["listCatalogs"];
        put?: never;
        /**
         * Create a catalog
         * @description It is empty: add offerings one by one, or upload whole catalogs with their items with POST …/catalogs/sync. A campaign refers to a catalog by catalogId.
         */
        post: operations["createCatalog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/catalogs/{catalogId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a catalog */
        get: operations["getCatalog"];
        /** Update a catalog: only the fields in the body change */
        put: operations["updateCatalog"];
        post?: never;
        /**
         * Archive a catalog and all its offerings
         * @description Campaigns that refer to it keep the reference; it can no longer be assigned to a campaign.
         */
        delete: operations["deleteCatalog"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/catalogs/{catalogId}/offerings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the offerings of a catalog */
        get: operations["listOfferings"];
        put?: never;
        /**
         * Add an offering to a catalog
         * @description The id is yours to choose. The id of an archived offering may be used again.
         */
        post: operations["createOffering"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/catalogs/{catalogId}/offerings/{offeringId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an offering */
        get: operations["getOffering"];
        /**
         * Update an offering: only the fields in the body change
         * @description In a catalog that is synced or read from a feed, the next sync or reading overwrites the change.
         */
        put: operations["updateOffering"];
        post?: never;
        /** Archive an offering */
        delete: operations["deleteOffering"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/discovery/{discoveryId}/discover-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Browse the products of the last discovery
         * @description Pages through the session's answer and filters it. No seller is asked.
         */
        get: operations["browseProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/discovery/discover-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask every seller for products, and rank them
         * @description Starts a session, or continues one: the answer replaces the previous one, and the selection stays. A seller that is slow or broken is named in `incompleteAgents`, and never fails the call. An empty answer says why in `emptyReasons`. A session does not expire; its answer stays what the sellers last said, and a proposal ends at the time in its `expiresAt`. To finalize a proposal, send `refine: [{ scope: "proposal", id, action: "finalize" }]` with the `discoveryId`. To refine it in words, send `refine: [{ scope: "request", ask }]`: "only podcasts", "display too", "Germany instead", "up to 25 euros", "any country", "drop the third", "more like the second", "without Fernwood Audio", "only strong matches", "undo", in the ten languages of briefs. What was understood, what it ended and what was not understood is in `refinementApplied`, and it stays in force.
         */
        post: operations["discoverProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/discovery/{discoveryId}/products/{productId}/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a discovered product */
        get: operations["getProductDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/discovery/{discoveryId}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the products selected in a discovery session */
        get: operations["getProducts"];
        put?: never;
        /**
         * Select discovered products, or give selected ones new terms
         * @description A product's id is enough if only one seller has it. Omitted fields keep their previous selection; otherwise the option is a fixed price that the budget reaches, or an auction if there is a `bidPrice`. If one product cannot be selected, the whole request is refused. `campaignBound` says whether a campaign buys from this session.
         */
        post: operations["addProducts"];
        /**
         * Take products out of the selection
         * @description Ids that are not selected are ignored.
         */
        delete: operations["removeProducts"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/discovery/{discoveryId}/apply-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Select a proposal's products and split a budget among them
         * @description Each product gets its percentage of `totalBudget`, or of what the seller recommends, and the shares add up exactly. Auctions are bid at their floor price. Products that cannot be bought are in `productsSkipped`, and their share is not given to others.
         */
        post: operations["applyProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the creative formats of the sellers you can reach
         * @description Collected from all sellers at the same time and cached for ten minutes. `incomplete` names those that did not answer in time: their formats are missing, or come from their last answer.
         */
        get: operations["listCreativeFormats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/campaigns/{campaignId}/creatives/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a creative of a campaign, with its assets
         * @description Send JSON, or a form (multipart/form-data) whose part `metadata` is that JSON and whose other parts are files. A file's type is detected from its bytes. Assets at URLs are fetched once and kept; `text_assets`, `url_asset` and `url_assets` need no file. A creative with a `format_id` is checked against it as the format's seller describes it: every asset that is missing or has the wrong size, duration or type is named in the refusal. Names are unique in a campaign: an existing name returns the existing creative, with `already_exists`, and changes nothing.
         */
        post: operations["createCreativeManifest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/campaigns/{campaignId}/creatives/{creativeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a creative with its manifest */
        get: operations["getCreativeManifest"];
        /**
         * Update a creative: only the fields in the body change
         * @description Send JSON, or a form (multipart/form-data) whose part `metadata` is that JSON and whose other parts are files. A file's type is detected from its bytes. Assets at URLs are fetched once and kept; `text_assets`, `url_asset` and `url_assets` need no file. A creative with a `format_id` is checked against it as the format's seller describes it: every asset that is missing or has the wrong size, duration or type is named in the refusal. An entry of `url_assets` or `text_assets` replaces the asset in its slot.
         */
        put: operations["updateCreativeManifest"];
        post?: never;
        /** Delete a creative and its assets */
        delete: operations["deleteCreativeManifest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/campaigns/{campaignId}/creativeManifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a campaign's creatives with their assets
         * @description Newest first. The manifest is only in the answer for a single creative, because it may be long.
         */
        get: operations["listCreativeManifests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/campaigns/{campaignId}/creatives/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List creative templates, and the formats that a campaign's products accept */
        get: operations["listCreativeTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/campaigns/{campaignId}/creatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a campaign's creatives with their assets
         * @description Newest first. The manifest is only in the answer for a single creative, because it may be long.
         */
        get: operations["listCreatives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/uploads/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how much storage your organisation uses, and its limit */
        get: operations["getUploadUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/media-buys/{mediaBuyId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a media buy permanently
         * @description The same as `mediaBuys: [{mediaBuyId, action: "cancel"}]` on its campaign, and it also works if the campaign is archived. A media buy that its seller has not decided on is withdrawn, or canceled as soon as the seller decides. A draft is deleted instead.
         */
        post: operations["cancelMediaBuy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/media-buys/{mediaBuyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one of an advertiser's media buys */
        get: operations["getAdvertisersMediaBuy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/media-buys/{mediaBuyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a media buy, and why it is not running */
        get: operations["getMediaBuy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one media buy: its name, its dates, and the terms of its packages or products
         * @description A draft takes `products`, a media buy that is with its seller takes `packages`. A change that the seller must accept is shown in `pendingChange` until then, and a warning says so. If the campaign's budget is too small, the change is refused with 409 INSUFFICIENT_MEDIA_BUDGET; if the dates are outside the campaign's flight, the flight is extended. To cancel or delete media buys, update the campaign with `mediaBuys`.
         */
        patch: operations["updateMediaBuy"];
        trace?: never;
    };
    "/api/v2/buyer/media-buys/{mediaBuyId}/packages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a media buy's packages with their delivery */
        get: operations["getMediaBuyPackages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/advertisers/{advertiserId}/media-buys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List an advertiser's media buys */
        get: operations["listMediaBuys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/media-buys/{mediaBuyId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a media buy; its campaign stays as it is */
        post: operations["pauseMediaBuy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/media-buys/{mediaBuyId}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume a paused media buy; its campaign stays as it is */
        post: operations["reactivateMediaBuy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List campaigns with their media buys, newest first
         * @description Returns draft, active and paused campaigns unless `status` says otherwise. Page with `take` and `skip`, or follow `nextCursor`, which neither skips nor repeats campaigns while others are created.
         */
        get: operations["listCampaigns"];
        put?: never;
        /**
         * Create a campaign as a draft
         * @description This buys nothing yet. Next: discover products with its campaignId (or send a discoveryId with productIds here), select some, and execute it. `warnings` name what is stored but not enforced.
         */
        post: operations["createCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/campaigns/{campaignId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a campaign with its media buys, and why it is not running */
        get: operations["getCampaign"];
        /**
         * Update a campaign: only the fields in the body change
         * @description The budget is merged field by field, audiences and UTM parameters are added to the existing ones (deleteMissing replaces them), storefronts and frequency caps are replaced. `mediaBuys` changes, cancels or deletes single media buys: a draft takes `products`, one that is with its seller takes `packages`; a change that the seller must accept is shown in the media buy's `pendingChange` until then. The new budget and these changes are checked together: 409 INSUFFICIENT_MEDIA_BUDGET names the minimum.
         */
        put: operations["updateCampaign"];
        post?: never;
        /** Archive a campaign whose media buys no longer spend */
        delete: operations["deleteCampaign"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/campaigns/{campaignId}/execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy the selected products, with one media buy per sales agent
         * @description Returns 200 even if sellers failed: `success` is then false and `errors` says which. The campaign is ACTIVE as soon as it is executed; `mediaBuyResults` says for each media buy whether it is running, is waiting for somebody, or failed. Executing again sends the remaining drafts and buys products selected since; nothing is bought twice.
         */
        post: operations["executeCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/campaigns/{campaignId}/media-buy-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask the sellers for the status of a campaign's media buys; at most once every 30 s
         * @description A seller that was asked within the last 30 s is not asked again: its last answer is returned.
         */
        get: operations["getMediaBuyAdcpStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/campaigns/{campaignId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a campaign and its media buys */
        post: operations["pauseCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/campaigns/{campaignId}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reactivate a paused campaign and its media buys */
        post: operations["reactivateCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/campaigns/{campaignId}/auto-select-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Select products for a campaign's goals, and split its budget evenly among them
         * @description For a draft with a performanceConfig. Sellers are asked if the campaign's session has no answer yet, or if `refine` is sent. The previous selection is replaced; the same offers always give the same selection. Products are ranked by their fit to the brief, then by whether they are sold on the campaign's goals, then by price. Next: execute the campaign.
         */
        post: operations["autoSelectProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/campaigns/{campaignId}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a campaign's selected products, and the media buys that contain them */
        get: operations["getCampaignProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/reporting/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report what was delivered, as a tree, day by day, or as a CSV file
         * @description A tree of advertisers, campaigns, media buys and packages, each the sum of the level below; or, with view=timeseries, one row per package and day. Amounts in different currencies are never added. Days are in the time zone in which the seller reports.
         */
        get: operations["getReportingMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/reporting/delivery-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the delivery reports that a seller sent for a media buy
         * @description Every report of a package's day as it arrived, including corrections and repetitions, newest first. The metrics use the newest final report or, if there is none, the newest. Reports are kept for as long as the installation is configured to; the metrics are kept.
         */
        get: operations["listDeliveryReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/webhooks/adcp/{customerId}/{legId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a status change of a media buy
         * @description For the agents behind a storefront's sources, which receive this address with each media buy. The outcome of a task is never taken from here: the agent is asked. A delivery report is accepted as if it had been requested, if it covers every package day by day. Sending the same again changes nothing.
         */
        post: operations["receiveAdcpWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/buyer/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find anything by its name or id
         * @description Kinds: storefront, advertiser, catalog, creative, media_buy, campaign. Within a kind, newest first; only what you may see is found.
         */
        get: operations["getBuyerSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/oauth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return point for the browser after consent at an authorization server
         * @description Only for the browser that began the consent. It exchanges the code, stores the tokens, and notifies the window that opened it with postMessage({ type: 'oauth-complete' }). A client without a browser passes code and state to POST /agents/{agentId}/oauth/callback.
         */
        get: operations["showOAuthCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Success: {
            data: unknown;
            error: null;
            meta: components["schemas"]["Meta"];
        };
        SuccessPage: components["schemas"]["Success"] & {
            meta?: {
                pagination: components["schemas"]["Pagination"];
            };
        };
        Failure: {
            data: null;
            error: {
                code: string;
                message: string;
                /** @description Dotted path of the first invalid input */
                field?: string;
                /** @description For VALIDATION_ERROR, `issues` lists every invalid input */
                details?: Record<string, never>;
            };
            meta: components["schemas"]["Meta"];
        };
        Meta: {
            /** @description The same as the X-Request-Id header */
            requestId: string;
            /** Format: date-time */
            timestamp: string;
            pagination?: components["schemas"]["Pagination"];
            /**
             * @description Whether this is a replayed answer to an earlier request with the same Idempotency-Key
             * @constant
             */
            replayed?: true;
            /**
             * Format: date-time
             * @description The answer comes from a replica, which has everything written up to this time and everything that this organisation wrote
             */
            asOf?: string;
        };
        Pagination: {
            skip: number;
            take: number;
            total: number;
            hasMore: boolean;
        };
        Account: {
            id: number;
            company: string;
            name: string;
            /** @enum {string} */
            role: "MEMBER" | "ADMIN" | "SUPER_ADMIN";
        };
        AccountLink: {
            /** @description A decimal number, as a string */
            linkId: string;
            accountId: string;
            name: string | null;
            /** @description Every source through which the account is reached */
            sources: {
                storefrontId: number;
                storefrontName: string;
                sourceId: string;
                sourceName: string;
            }[];
            advertiserId: string;
            /**
             * @description The status that the source gives; unreachable since the credential was deleted: link the account again with another one
             * @enum {string}
             */
            status: "active" | "pending_approval" | "payment_required" | "suspended" | "closed" | "unreachable";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Whose rates apply, as the source records it */
            advertiser: string | null;
            /** @description Who receives invoices on the advertiser's behalf */
            billingProxy: string | null;
            /** @description Whose account it is, by domain */
            house: string | null;
            /** @description Who is invoiced */
            billing: string | null;
            credentialId: string | null;
            billingType: string | null;
        };
        AccountLinkSummary: {
            /** @description A decimal number, as a string */
            linkId: string;
            accountId: string;
            name: string | null;
            /** @description Every source through which the account is reached */
            sources: {
                storefrontId: number;
                storefrontName: string;
                sourceId: string;
                sourceName: string;
            }[];
            advertiserId: string;
            /**
             * @description The status that the source gives; unreachable since the credential was deleted: link the account again with another one
             * @enum {string}
             */
            status: "active" | "pending_approval" | "payment_required" | "suspended" | "closed" | "unreachable";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ActingGrant: {
            id: string;
            /** @description The value for the header X-Interchange-Organisation, in the session in which it began */
            customerId: number;
            company: string;
            /** @description The operator who acts */
            userEmail: string;
            reason: string;
            mayWrite: boolean;
            /** Format: date-time */
            startedAt: string;
            /**
             * Format: date-time
             * @description When it ended, or will end automatically
             */
            endsAt: string;
            active: boolean;
        };
        AddProducts: {
            products: {
                productId: string;
                /** @description Required only if several sellers have a product with this id */
                salesAgentId?: string;
                /** @description Another way to name the seller */
                storefrontId?: number | string;
                groupId?: string;
                groupName?: string;
                /** @description By default a fixed price, or an auction if there is a bid */
                pricingOptionId?: string;
                /** @description Required if the option's `isFixed` is false */
                bidPrice?: number;
                budget?: number;
            }[];
            /**
             * @description Clears everything selected earlier
             * @default false
             */
            replace?: boolean;
            /** @description The campaign to which the session must be attached */
            campaignId?: string;
        };
        AdvanceSandboxClock: {
            days?: number;
            hours?: number;
            minutes?: number;
            /**
             * Format: date-time
             * @description A point in time to advance to, instead of a duration
             */
            to?: string;
            /**
             * @description Advance to when the next thing falls due, if that is within 400 days; otherwise the clock does not move
             * @constant
             */
            toNextDue?: true;
        };
        AdvancedSandboxClock: {
            /**
             * Format: date-time
             * @description The organisation's current time
             */
            now: string;
            /** Format: date-time */
            wallTime: string;
            /** @description How far the organisation's clock is ahead of real time */
            aheadSeconds: number;
            /** @description What came due in that time, in order */
            happened: {
                /** Format: date-time */
                at: string;
                step: string;
                subject: string;
                error: string | null;
            }[];
        };
        Advertiser: {
            /** @description A decimal number, as a string */
            id: string;
            name: string;
            /** @enum {string} */
            status: "ACTIVE" | "ARCHIVED";
            sandbox: boolean;
            /** @description The brand's bare domain */
            brand: string;
            linkedBrand?: components["schemas"]["LinkedBrand"];
            primaryCurrency: string;
            /** @description True once a campaign uses the currency */
            currencyLocked: boolean;
            linkedAccountCount: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            description: string | null;
            /** @description A warning about the brand: where we looked, and what was found */
            brandWarning?: string;
            /** @enum {string} */
            optimizationApplyMode: "AUTO" | "MANUAL";
            /** @description Includes the defaults that apply where nothing else is set */
            utmConfig: {
                /** @description As it appears in the landing page's URL */
                paramKey: string;
                /** @description Text, or a macro such as {CAMPAIGN_ID} */
                paramValue: string;
                /** @enum {string} */
                source: "advertiser" | "campaign";
            }[];
            frequencyCaps: components["schemas"]["FrequencyCap"][];
            linkedAccounts: components["schemas"]["LinkedAccount"][];
            eventSources: components["schemas"]["EventSource"][];
            testCohorts: components["schemas"]["TestCohort"][];
            measurementConfig: components["schemas"]["MeasurementConfig"];
        };
        AdvertiserChange: {
            name?: string;
            /** @description The brand's domain, or a URL on it */
            brand?: string;
            /** @description The same as brand */
            brandDomain?: string;
            description?: string | null;
            /**
             * @description Saves name and description as the brand's profile if nothing is published at its domain
             * @default false
             */
            saveBrand?: boolean;
            /** @description Accounts to add, each taken from GET /advertisers/{advertiserId}/accounts/available; accounts are never removed this way */
            linkedAccounts?: components["schemas"]["LinkedAccountInput"][];
            /** @enum {string} */
            optimizationApplyMode?: "AUTO" | "MANUAL";
            /** @description Query parameters of landing pages; replaces all existing ones, and [] leaves only the defaults */
            utmConfig?: {
                /** @description As it appears in the landing page's URL */
                paramKey: string;
                /** @description Text, or a macro such as {CAMPAIGN_ID} */
                paramValue: string;
            }[];
            /** @description Replaces all caps; [] removes them. Passed on to the sellers; this server does not count impressions per person */
            frequencyCaps?: {
                max_impressions: number;
                window: {
                    interval: number;
                    /** @enum {string} */
                    unit: "seconds" | "minutes" | "hours" | "days" | "campaign";
                };
            }[];
            /** @description Only before the advertiser has a campaign */
            primaryCurrency?: string;
        };
        AdvertiserReporting: {
            advertiserId: string;
            name: string;
            advertiserName: string;
            /** @description Null if there are several currencies: `totalsByCurrency` then has a total for each */
            currency: string | null;
            totals: components["schemas"]["ReportingMetrics"];
            /** @description The same as totals, under the name that newer clients use */
            metrics: components["schemas"]["ReportingMetrics"];
            /** @description Only if there are several currencies */
            totalsByCurrency?: components["schemas"]["ReportingCurrencyTotals"][];
            campaigns: components["schemas"]["CampaignReporting"][];
        };
        AdvertiserSummary: {
            /** @description A decimal number, as a string */
            id: string;
            name: string;
            /** @enum {string} */
            status: "ACTIVE" | "ARCHIVED";
            sandbox: boolean;
            /** @description The brand's bare domain */
            brand: string;
            linkedBrand?: components["schemas"]["LinkedBrand"];
            primaryCurrency: string;
            /** @description True once a campaign uses the currency */
            currencyLocked: boolean;
            linkedAccountCount: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        AgentOAuthCallback: {
            code: string;
            state: string;
            /** @description As the authorization server sent it, if it did (RFC 9207) */
            iss?: string;
        };
        AgentOAuthConnected: {
            agentId: string;
            agentName: string;
            /** @description A decimal number, as a string */
            credentialId: string;
            /** @constant */
            status: "ACTIVE";
        };
        ApiKey: {
            id: string;
            name: string;
            description: string | null;
            /** @description The key's public part: scope3_<clientId>_… */
            clientId: string;
            readOnly: boolean;
            /** Format: date-time */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description May be a few minutes behind
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description The key's holder, on whose behalf it acts */
            createdBy: string;
        };
        AppliedProposal: {
            discoveryId: string;
            products: components["schemas"]["Selection"][];
            totalProducts: number;
            budgetContext: components["schemas"]["BudgetContext"];
            /** @description Whether an executable campaign takes its products from this session */
            campaignBound: boolean;
            campaignWarning?: string;
            proposal: {
                proposalId: string;
                name: string;
                salesAgentName: string;
            };
            totalBudgetUsed: number;
            productsApplied: number;
            /** @description Not in the last answer, or without a price in the advertiser's currency */
            productsSkipped: string[];
        };
        ApplyProposal: {
            proposalId: string;
            /** @description Required only if several sellers have a proposal with this id */
            salesAgentId?: string;
            /** @description By default, what the seller recommends */
            totalBudget?: number;
            /** @default false */
            replace?: boolean;
        };
        AuditLog: {
            /** @description The entry's number in your organisation's log, starting at 1 */
            id: number;
            /** Format: date-time */
            timestamp: string;
            /** Format: date-time */
            createdAt: string;
            action: string;
            /** @description The operation or job that did it */
            operation: string;
            resourceType: string;
            resourceId: string | null;
            resourceName: string | null;
            parentType: string | null;
            advertiserId: number | null;
            campaignId: string | null;
            userId: number | null;
            userEmail: string | null;
            userName: string | null;
            /** @description The browser session used; null for a key or a job */
            sessionId: string | null;
            serviceTokenId: number | null;
            serviceTokenName: string | null;
            /** @description The connected application that acted for the person */
            application: {
                id: string;
                name: string;
            } | null;
            /** @description The grant of an operator who acted for the organisation */
            actingGrantId: string | null;
            /** @enum {string} */
            actorOrigin: "human" | "agent" | "system";
            outcome: string;
            parameters: {
                [key: string]: unknown;
            } | null;
            /** @description By field, {from, to}; never contains secrets */
            changes: {
                [key: string]: unknown;
            } | null;
            /** @description The entry as a sentence */
            description: string;
        };
        AuditLogVerification: {
            intact: boolean;
            /** @description How many entries are intact, from the first on */
            entries: number;
            /** @description The first entry that was changed, removed or inserted */
            brokenAt: number | null;
        };
        AutoSelectProducts: {
            /** @description Asks the sellers again, with these instructions */
            refine?: ({
                /** @constant */
                scope: "request";
                ask: string;
            } | {
                /** @constant */
                scope: "product";
                id: string;
                /** @enum {string} */
                action: "include" | "omit" | "moreLikeThis" | "more_like_this";
                ask?: string;
            })[];
            /** @description By default 10 */
            maxProducts?: number;
            minBudgetPerProduct?: number;
        };
        AutoSelectedProducts: {
            campaignId: string;
            discoveryId: string;
            selectedProducts: {
                productId: string;
                name: string;
                salesAgentId: string;
                groupId: string;
                groupName: string;
                cpm?: number;
                budget: number;
                pricingOptionId: string;
            }[];
            budgetContext: {
                campaignBudget: number;
                totalAllocated: number;
                remainingBudget: number;
                currency: string;
            };
            productCount: number;
            /** @description How many previously selected products are no longer selected, unless they are listed here */
            previouslySelectedCount: number;
            /**
             * @description What distinguished the products
             * @enum {string}
             */
            selectionMethod: "scoring" | "measurability" | "cpm_heuristic";
            selectionRationale: string;
            /** @description The lowest minimum of any product */
            testBudgetPerProduct: number;
        };
        AvailableAccount: {
            accountId: string;
            name: string | null;
            /** @description Whose rates apply, as the source records it */
            advertiser: string | null;
            /** @description Who receives invoices on the advertiser's behalf */
            billingProxy: string | null;
            /** @description Whose account it is, by domain */
            house: string | null;
            /** @description Who is invoiced */
            billing: string | null;
            /** @description Every source through which the account is reached */
            sources: {
                storefrontId: number;
                storefrontName: string;
                sourceId: string;
                sourceName: string;
            }[];
            credentialId: string | null;
            /** @enum {string} */
            status: "active" | "pending_approval" | "payment_required" | "suspended" | "closed" | "unreachable";
        };
        BriefChip: {
            kind: string;
            /** @description AdCP's channel, ISO 3166's country, ISO 639's language, IAB Content 3.1's topic, an amount, or a name of our own */
            value: string;
            /** @description Our own name for it, if it is finer than the taxonomy's */
            concept: string;
            /** @description What people call it: online video, Germany, at most 20 EUR per mille */
            label: string;
            /** @description Whether the brief excludes it */
            negated: boolean;
            /** @description Its position in the brief, in characters */
            span?: {
                start: number;
                end: number;
            };
            certainty: number;
            /**
             * @description Whether it filters products, ranks them, or is only reported
             * @enum {string}
             */
            effect: "filters" | "ranks" | "none";
            currency?: string;
        };
        BudgetContext: {
            sessionBudget: number | null;
            allocatedBudget: number;
            remainingBudget: number | null;
            currency: string;
            budgetWarning?: string;
        };
        BuyerCredential: {
            /** @description A decimal number, as a string */
            id: string;
            accountIdentifier: string;
            /** @enum {string} */
            accountType: "CLIENT" | "MARKETPLACE";
            /** @enum {string} */
            status: "PENDING" | "ACTIVE";
            registeredBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Why it no longer works, and what to do */
            statusReason: string | null;
            /** @description Every source that it can be used for: its agent may be behind several storefronts */
            sources: {
                storefrontId: number;
                storefrontName: string;
                sourceId: string;
                sourceName: string;
            }[];
        };
        BuyerSearchResult: {
            /** @enum {string} */
            kind: "storefront" | "advertiser" | "catalog" | "creative" | "media_buy" | "campaign";
            /** @description The form in which its own operations accept it */
            id: string;
            name: string;
            /** @description What distinguishes it from others of the same name */
            detail: string | null;
            /** @description The status, as its own operations return it */
            state: string | null;
            /** @description The id of what contains it: a creative's campaign */
            within: string | null;
        };
        BuyerStorefront: {
            id: number;
            platformId: string;
            name: string;
            publisherDomain: string | null;
            sources: {
                sourceId: string;
                name: string;
                requiresCredentials: boolean;
                /** @description You have a working credential for the source, or it requires none */
                connected: boolean;
                customerAccounts: {
                    accountIdentifier: string;
                    /** @enum {string} */
                    status: "PENDING" | "ACTIVE";
                    /** @description Why it no longer works, and what to do */
                    statusReason: string | null;
                    /**
                     * Format: date-time
                     * @description When you have to consent again, in real time; null if it has no known end, or renews itself
                     */
                    endsAt: string | null;
                }[];
                agentId: string | null;
                protocol: ("MCP" | "A2A") | null;
            }[];
        };
        BuyerStorefrontSummary: {
            id: number;
            platformId: string;
            name: string;
            publisherDomain: string | null;
            sourceCount: number;
            /** @description Those that you can buy from: you have a working credential, or they require none */
            connectedSourceCount: number;
        };
        Campaign: {
            campaignId: string;
            advertiserId: string;
            name: string;
            /** @enum {string} */
            status: "DRAFT" | "ACTIVE" | "PAUSED" | "COMPLETED" | "CANCELED" | "ARCHIVED";
            /** @enum {string} */
            mode: "discovery" | "performance";
            /**
             * @description Always managed: campaigns are not mirrored from elsewhere
             * @constant
             */
            management: "managed";
            /** @description Why it is not running; null while it runs, and when it has ended */
            why: {
                /** @description Null if it is not waiting for anybody */
                waitingOn: ("buyer" | "seller" | "platform") | null;
                reason: string;
                /** Format: date-time */
                since?: string;
                nextStep: string;
                /** @description The media buy that causes it */
                mediaBuyId?: string;
            } | null;
            brief?: string;
            flightDates: {
                /** Format: date-time */
                startDate: string;
                /** Format: date-time */
                endDate: string;
            };
            budget: {
                total: number;
                currency: string;
                dailyCap?: number;
                /** @enum {string} */
                pacing: "EVEN" | "ASAP" | "FRONTLOADED";
            };
            /** @description Allocated to media buys that have not ended */
            allocatedBudget: number;
            unallocatedBudget: number;
            constraints?: components["schemas"]["CampaignConstraints"];
            storefronts?: {
                id: number;
                platformId: string;
                name: string;
            }[];
            /** @enum {string} */
            optimizationApplyMode: "AUTO" | "MANUAL";
            performanceConfig?: components["schemas"]["PerformanceConfig"];
            audienceConfig?: components["schemas"]["CampaignAudiences"];
            catalogId?: number;
            utmConfig?: components["schemas"]["CampaignUtmConfig"];
            /** @description Sellers receive the first cap that limits the number of exposures; `per` says whose exposures are counted, by default individuals */
            frequencyCaps?: ({
                max_impressions: number;
                window: {
                    interval: number;
                    unit: string;
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            })[];
            pacingPeriods?: components["schemas"]["PacingPeriods"];
            discoveryId?: string;
            /** @description While it is a draft */
            productCount?: number;
            /** @description While it is a draft */
            products?: {
                productId: string;
            }[];
            audiences?: {
                audienceId: string;
                name: string | null;
                /**
                 * @description PROCESSING: this server does not build audiences
                 * @enum {string}
                 */
                status: "PROCESSING" | "ERROR" | "READY" | "TOO_SMALL";
                /** @enum {string} */
                type: "TARGET" | "SUPPRESS";
                /** Format: date-time */
                enabledAt: string;
            }[];
            creativeFormats: components["schemas"]["CreativeFormatCoverage"];
            /** @description All media buys, in brief */
            mediaBuyRefs: {
                mediaBuyId: string;
                status: components["schemas"]["MediaBuyStatus"];
            }[];
            mediaBuys: components["schemas"]["MediaBuy"][];
            /** @description Increases with every write */
            revision: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CampaignAudiences: {
            targetAudienceIds?: string[];
            suppressAudienceIds?: string[];
        };
        CampaignChange: {
            brief?: string;
            constraints?: components["schemas"]["CampaignConstraints"];
            discoveryId?: string;
            /** @description Restricts discovery to these; empty: no restriction */
            storefrontIds?: (number | string)[];
            /** @description Null removes the goals */
            performanceConfig?: components["schemas"]["PerformanceConfigInput"] | null;
            /** @enum {string} */
            optimizationApplyMode?: "AUTO" | "MANUAL";
            utmConfig?: components["schemas"]["CampaignUtmConfig"];
            /** @description Null removes the periods; only before the first execute */
            pacingPeriods?: components["schemas"]["PacingPeriods"] | null;
            /** @description Sellers receive the first cap that limits the number of exposures; `per` says whose exposures are counted, by default individuals */
            frequencyCaps?: ({
                max_impressions: number;
                window: {
                    interval: number;
                    unit: string;
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            })[];
            name?: string;
            flightDates?: {
                /** Format: date-time */
                startDate: string;
                /** Format: date-time */
                endDate: string;
            };
            budget?: {
                /** @description In major units of the currency */
                total?: number;
                /** @description Must belong to the advertiser */
                currency?: string;
                dailyCap?: number | null;
                /** @enum {string} */
                pacing?: "EVEN" | "ASAP" | "FRONTLOADED";
            };
            audienceConfig?: {
                targetAudienceIds?: string[];
                suppressAudienceIds?: string[];
                deleteMissing?: boolean;
            };
            /** @description Null removes the catalog */
            catalogId?: (number | string) | null;
            /** @description Changes to single media buys */
            mediaBuys?: components["schemas"]["MediaBuyOperation"][];
        };
        CampaignConstraints: {
            channels?: string[];
            countries?: string[];
            geo_countries?: string[];
            geo_countries_exclude?: string[];
            geo_regions?: string[];
            geo_regions_exclude?: string[];
            geo_metros?: ({
                system: string;
                country?: string;
                values: string[];
            } & {
                [key: string]: unknown;
            })[];
            geo_metros_exclude?: ({
                system: string;
                country?: string;
                values: string[];
            } & {
                [key: string]: unknown;
            })[];
            geo_postal_areas?: ({
                system: string;
                country?: string;
                values: string[];
            } & {
                [key: string]: unknown;
            })[];
            geo_postal_areas_exclude?: ({
                system: string;
                country?: string;
                values: string[];
            } & {
                [key: string]: unknown;
            })[];
            language?: string[];
            device_platform?: string[];
            device_type?: string[];
            device_type_exclude?: string[];
        };
        CampaignExecution: {
            campaignId: string;
            /** @enum {string} */
            previousStatus: "DRAFT" | "ACTIVE" | "PAUSED" | "COMPLETED" | "CANCELED" | "ARCHIVED";
            /** @enum {string} */
            newStatus: "DRAFT" | "ACTIVE" | "PAUSED" | "COMPLETED" | "CANCELED" | "ARCHIVED";
            /** @description False if any media buy failed; one that waits has not failed: see mediaBuyResults */
            success: boolean;
            /** @description How many are with their sellers, including those waiting there */
            mediaBuysExecuted: number;
            /** @description Every media buy that was sent now, and its status */
            mediaBuyResults: {
                mediaBuyId: string;
                name: string;
                salesAgentId: string;
                status: components["schemas"]["MediaBuyStatus"];
                /**
                 * @description waiting: not booked yet, or booked and incomplete; `reason` says who has to act
                 * @enum {string}
                 */
                outcome: "running" | "scheduled" | "waiting" | "being_sent" | "failed";
                waitingOn: ("buyer" | "seller" | "platform") | null;
                /** @description Null if it is running */
                reason: string | null;
                nextStep: string | null;
            }[];
            /** @description Booked: they run, or will run when their flights begin */
            runningCount: number;
            waitingCount: number;
            failedCount: number;
            /** @enum {string} */
            reason?: "no_media_buys_to_execute";
            errors?: {
                mediaBuyId: string;
                salesAgentId: string;
                message: string;
                debug?: {
                    request: {
                        /** @description The key by which the seller knows the media buy, whenever it is sent */
                        idempotencyKey: string;
                        name: string;
                        /** Format: date-time */
                        startTime: string;
                        /** Format: date-time */
                        endTime: string;
                        packages: {
                            buyerRef: string;
                            productId: string;
                            pricingOptionId: string;
                            budget: number;
                            currency: string;
                            bidPrice: number | null;
                        }[];
                    };
                    error: {
                        code: string;
                        message: string;
                    } | null;
                    attempts: number;
                };
            }[];
            warnings?: ({
                /** @constant */
                type: "creatives_dropped";
                mediaBuyId: string;
                dropped: {
                    creativeId: string;
                    /** @description The id or the kind of its format; empty if the format is not the reason */
                    formatId: string;
                    reason: string;
                }[];
            } | {
                mediaBuyIds: string[];
                hint: string;
                /** @constant */
                type: "stale_draft";
            })[];
            /** @description What else a buyer should know, even if nothing failed */
            notices?: ({
                /** @constant */
                type: "targeting_untold";
                mediaBuyId: string;
                /** @description As AdCP names them: geo_metros, frequency_cap, … */
                targeting: string[];
                hint: string;
            } | {
                mediaBuyIds: string[];
                hint: string;
                /** @constant */
                type: "being_sent";
            })[];
        };
        CampaignMediaBuyStatus: {
            campaign_id: string;
            /** @enum {string} */
            campaign_status: "DRAFT" | "ACTIVE" | "PAUSED" | "COMPLETED" | "CANCELED" | "ARCHIVED";
            /** @enum {string} */
            operational_status: "no_media_buys" | "draft" | "attention_required" | "pending_creatives" | "pending_start" | "paused" | "active" | "completed";
            media_buys: {
                media_buy_id: string;
                adcp_media_buy_id: string | null;
                internal_status: string;
                adcp_status: string | null;
                previous_internal_status: string;
                previous_adcp_status: string | null;
                /** @description Whether the status differs from before the seller was asked */
                updated: boolean;
                /** @enum {string} */
                operational_status: "attention_required" | "pending_creatives" | "not_submitted" | "pending_start" | "paused" | "active" | "completed";
                /**
                 * @description Who reported the status
                 * @enum {string}
                 */
                status_refresh_source: "direct_agent" | "storefront_route_rollup" | "not_submitted" | "persisted_terminal" | "refresh_failed";
                /** @description What prevents it from running, if somebody has to act */
                blockers: string[];
                /**
                 * @description Why it does not deliver yet, as a code
                 * @enum {string}
                 */
                pending_reason?: "forward_failed_needs_correction" | "forward_failed_retrying" | "awaiting_storefront_approval" | "awaiting_source_moderation" | "no_creatives_attached" | "source_rejected_creatives" | "scheduled_not_started";
                /** Format: date-time */
                pending_since?: string;
                /** @enum {string} */
                error_code?: "product_no_longer_available" | "source_rejected" | "storefront_rejected" | "source_unavailable" | "invalid_request" | "quote_expired" | "platform_error";
                /**
                 * @description Who has to fix it
                 * @enum {string}
                 */
                error_owner?: "buyer_input" | "platform" | "seller";
                /** @description The last error from the seller, or in reaching it */
                source_message?: string;
                /**
                 * Format: date-time
                 * @description When it was first sent to the seller
                 */
                forwarded_at?: string;
                buyer_reference: string;
            }[];
            /** @description The sellers that were asked just now: none is asked twice within 30 s */
            agents_queried: number;
            errors: {
                media_buy_id: string;
                error: string;
            }[];
            blockers: {
                code: string;
                message: string;
            }[];
            /** @description Creatives that a seller has received and not yet decided on */
            pending_creative_reviews: number;
            /** @description Whether any seller has accepted a media buy */
            has_upstream_media_buy: boolean;
            has_delivery: boolean;
        };
        CampaignProducts: {
            campaignId: string;
            discoveryId: string | null;
            products: {
                productId: string;
                productName: string;
                salesAgentId: string;
                salesAgentName: string;
                publisherDomain?: string;
                bidPrice?: number;
                budget?: number;
                pricingOptionId: string;
                pricingModel?: string;
                /** Format: date-time */
                selectedAt: string;
                /** @description The last search that the session answered */
                searchContext?: {
                    id: string;
                    brief: string;
                };
                /** @description Every one that has ever contained it */
                mediaBuys: {
                    mediaBuyId: string;
                    status: components["schemas"]["MediaBuyStatus"];
                    name: string;
                    packageIds: string[];
                }[];
            }[];
            /** @description Only the last search: a search replaces the previous one */
            searchContexts: {
                id: string;
                brief: string;
                channels: string[];
                countries: string[];
                /** Format: date-time */
                createdAt: string;
                productCount: number;
            }[];
            summary: {
                totalProducts: number;
                productsOnMediaBuys: number;
                productsPending: number;
            };
        };
        CampaignReporting: {
            campaignId: string;
            name: string;
            campaignName: string;
            /** @description Null if there are several currencies: `totalsByCurrency` then has a total for each */
            currency: string | null;
            totals: components["schemas"]["ReportingMetrics"];
            /** @description The same as totals, under the name that newer clients use */
            metrics: components["schemas"]["ReportingMetrics"];
            /** @description Only if there are several currencies */
            totalsByCurrency?: components["schemas"]["ReportingCurrencyTotals"][];
            mediaBuys: components["schemas"]["MediaBuyReporting"][];
        };
        CampaignStatusChange: {
            campaignId: string;
            campaignName: string;
            /** @enum {string} */
            previousStatus: "DRAFT" | "ACTIVE" | "PAUSED" | "COMPLETED" | "CANCELED" | "ARCHIVED";
            /** @enum {string} */
            newStatus: "DRAFT" | "ACTIVE" | "PAUSED" | "COMPLETED" | "CANCELED" | "ARCHIVED";
            /** @description False if a media buy did not follow; the campaign's status changed nevertheless */
            success: boolean;
            mediaBuyResults: {
                mediaBuyId: string;
                name: string;
                previousStatus: string;
                success: boolean;
                error?: string;
            }[];
            totalMediaBuys: number;
            successCount: number;
            failureCount: number;
            errors?: {
                mediaBuyId: string;
                salesAgentId: string;
                message: string;
            }[];
            /** @description Media buys that will follow once their sellers have decided on them */
            warnings?: string[];
        };
        CampaignUtmConfig: {
            params: {
                paramKey: string;
                paramValue: string;
            }[];
            deleteMissing?: boolean;
        };
        Catalog: {
            /** @description Such as cat_12; the bare number works too */
            catalogId: string;
            advertiserId: string;
            /** @description The catalog_id under which it was synced; null if it was created here */
            externalId: string | null;
            /** @description The same as catalogId, under AdCP's name */
            platformId: string;
            name: string;
            type: components["schemas"]["CatalogType"];
            description: string | null;
            /** @enum {string} */
            status: "ACTIVE" | "ARCHIVED";
            /**
             * @description Whether its items are sent to us or read from its feed
             * @enum {string}
             */
            sourceType: "inline" | "url";
            url: string | null;
            feedFormat: ("google_merchant_center" | "facebook_catalog" | "shopify" | "linkedin_jobs" | "tiktok_shop" | "pinterest_catalog" | "openai_product_feed" | "custom") | null;
            updateFrequency: ("realtime" | "hourly" | "daily" | "weekly") | null;
            /** @description Why the feed was not read, or only in part, and what to do */
            feedWarning: string | null;
            conversionEvents: string[];
            offeringCount: number;
            /** @description Null until the feed has been read */
            itemCount: number | null;
            /**
             * Format: date-time
             * @description When its content was last synced or read from its feed, or sent to a sales agent
             */
            lastSyncedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CatalogChange: {
            name?: string;
            description?: string | null;
            /** @description Must equal the current type, which cannot be changed */
            type?: components["schemas"]["CatalogType"];
        };
        CatalogToSync: {
            /** @description Your own id; an existing catalog with this id is replaced. cat_12 refers to a catalog that was created here */
            catalog_id: string;
            type: components["schemas"]["CatalogType"];
            /** @description By default, the id */
            name?: string;
            /**
             * Format: uri
             * @description A feed to read, instead of items
             */
            url?: string;
            /** @description The whole catalog: items that are not in it are archived */
            items?: {
                [key: string]: unknown;
            }[];
            /** @enum {string} */
            feed_format?: "google_merchant_center" | "facebook_catalog" | "shopify" | "linkedin_jobs" | "tiktok_shop" | "pinterest_catalog" | "openai_product_feed" | "custom";
            /** @enum {string} */
            update_frequency?: "realtime" | "hourly" | "daily" | "weekly";
            conversion_events?: string[];
        };
        /** @enum {string} */
        CatalogType: "offering" | "product" | "inventory" | "store" | "promotion" | "hotel" | "flight" | "job" | "vehicle" | "real_estate" | "education" | "destination" | "app" | "home_listing" | "local" | "retail" | "travel";
        CatalogsSynced: {
            catalogs: {
                catalog_id: string;
                /** @enum {string} */
                action: "created" | "updated" | "unchanged" | "failed" | "deleted";
                /** @description The catalogId used everywhere else */
                platform_id?: string;
                /** @description Null until its feed has been read */
                item_count?: number | null;
                items_approved?: number;
                items_pending?: number;
                items_rejected?: number;
                item_issues?: {
                    item_id: string;
                    /** @constant */
                    status: "rejected";
                    reasons: string[];
                    issue: string;
                    /** @constant */
                    severity: "error";
                }[];
                warnings?: string[];
                error?: string;
            }[];
            /** @constant */
            dry_run?: true;
        };
        CatalogsSyncedToPartners: {
            results: {
                partnerId: string;
                catalogId: string;
                /** @enum {string} */
                status: "synced" | "failed";
                itemCount: number | null;
                error?: string;
            }[];
        };
        /** @description Its type, and any fields of your own that define membership: `zips`, `regions`, `segmentIds` */
        CohortDefinition: {
            /** @enum {string} */
            type: "zip_code" | "user_segment" | "geo_region" | "custom";
        } & {
            [key: string]: unknown;
        };
        ConfirmOrganisation: {
            /** @description From the link in the email; it can be used once */
            token: string;
        };
        ConfirmSignIn: {
            /** @description From the link in the email; it can be used once */
            token: string;
        };
        ConnectedApplication: {
            id: string;
            /** @description The name it gives itself; not verified */
            name: string;
            /** @description An id issued to it, or the URL of its own metadata document */
            clientId: string;
            /** @description Where users are redirected: a host, or the URL scheme of a native application */
            destination: string;
            /** @description The API URL that it may call */
            resource: string;
            scopes: string[];
            /** @description The person for whom it acts */
            connectedBy: string;
            /** Format: date-time */
            connectedAt: string;
            /**
             * Format: date-time
             * @description When it was last issued an access token, which is valid for fifteen minutes
             */
            lastUsedAt: string | null;
        };
        ConnectionAccountMapping: {
            /** @description One of your advertisers, if the connection is a buyer's */
            advertiserId?: number | string;
            /** @description Whoever buys for this brand, if the connection is the seller's */
            brandDomain?: string;
            /** @description The platform's own name for it, if it is sent at all */
            sourceId?: string;
        };
        ConnectionPolicyChange: {
            buyEnabled?: boolean;
            eventsEnabled?: boolean;
            feedsEnabled?: boolean;
        };
        ConnectionToken: {
            /** @description Stored encrypted, and never shown again */
            token: string;
        };
        CreatedApiKey: {
            id: string;
            name: string;
            description: string | null;
            /** @description The key's public part: scope3_<clientId>_… */
            clientId: string;
            readOnly: boolean;
            /** Format: date-time */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description May be a few minutes behind
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description The key's holder, on whose behalf it acts */
            createdBy: string;
            /** @description The key itself: shown only once */
            apiKey: string;
        };
        CreatedChildAccount: {
            user: {
                id: number;
                email: string | null;
            };
            customer: components["schemas"]["CurrentAccount"];
            /** @description The parent organisation, and the child; GET /accounts lists all */
            customers: components["schemas"]["Account"][];
            showTosBox: boolean;
            canAcceptTos: boolean;
            /** @description Whether the terms are accepted: a child is covered by its parent's contract */
            hasContract: boolean;
            latestTosVersion: string;
            convertedFromStandalone: boolean;
        };
        Creative: {
            creative_id: string;
            campaign_id: string;
            name: string;
            message?: string;
            brand_domain: string;
            template_id?: string;
            /** @description As the buyer named it, or detected among those that the campaign's products accept */
            format_id?: components["schemas"]["FormatId"];
            format_kind?: string;
            format_option_ref?: {
                /** @enum {string} */
                scope?: "publisher" | "product";
                publisher_domain?: string;
                format_option_id: string;
            };
            target_format_ids: components["schemas"]["FormatId"][];
            industry_identifiers: {
                type: string;
                value: string;
            }[];
            preview_url?: string;
            asset_count: number;
            assets: components["schemas"]["CreativeAsset"][];
            carousel_cards?: {
                card_index: number;
                media_asset_id: string;
                headline?: string;
                description?: string;
                cta?: string;
                landing_page_url?: string;
            }[];
            /** @description Absent if the buyer named the template, or if none could be detected */
            auto_detected_template?: {
                template_id: string;
                template_name: string;
                /** @enum {string} */
                method: "tag_hints" | "html_analysis" | "file_analysis" | "none";
            };
            sync_status: components["schemas"]["CreativeSyncStatus"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            html_processing?: {
                rewritten_refs: {
                    original: string;
                    cdn_url: string;
                }[];
                /** @description Relative references: HTML is passed on unchanged, so use public URLs */
                unresolved_refs: string[];
                inserted_macros: string[];
            };
            /** @description The creative as sent to sellers (AdCP 3.1); absent until a format or a template is known */
            creative_manifest?: {
                assets: {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
            /** @description The campaign already had a creative with this name, and nothing was changed */
            already_exists?: boolean;
            /** @description How many uploaded files were ignored because the creative already exists */
            ignored_files?: number;
            warnings?: string[];
        };
        CreativeAsset: {
            asset_id: string;
            name: string;
            original_filename: string;
            /** @enum {string} */
            asset_type: "IMAGE" | "VIDEO" | "AUDIO" | "HTML" | "JAVASCRIPT" | "CSS" | "TEXT" | "URL" | "VAST" | "FONT" | "LOGO" | "DOCUMENT";
            /** @description Detected from the content */
            content_type: string;
            /** @description In bytes; 0 if the file is stored elsewhere */
            file_size: number;
            /** @description Where anybody who knows the URL can fetch the asset until it is deleted */
            public_url: string;
            /**
             * @description Whether this asset is the one displayed
             * @enum {string}
             */
            asset_source: "CREATIVE_SOURCE" | "USER_UPLOADED" | "SYSTEM_PROCESSED";
            /** @description Its key in the manifest */
            slot_asset_id: string;
            width?: number;
            height?: number;
            duration_ms?: number;
            /** @description The file type */
            container?: string;
            /** Format: date-time */
            created_at: string;
        };
        CreativeChange: {
            message?: string | null;
            /** @description The format to check the creative against; by default, detected */
            format_id?: components["schemas"]["FormatIdInput"];
            /** @description A canonical format, such as image, html5, video_hosted, video_vast, audio_hosted or image_carousel */
            format_kind?: string;
            format_option_ref?: {
                /** @enum {string} */
                scope?: "publisher" | "product";
                publisher_domain?: string;
                format_option_id: string;
            };
            industry_identifiers?: {
                /** @enum {string} */
                type: "ad_id" | "isci" | "clearcast_clock" | "idcrea";
                value: string;
            }[];
            /** @description Further formats that the creative fits */
            target_format_ids?: components["schemas"]["FormatIdInput"][];
            /** @description By default, detected */
            template_id?: string;
            url_asset?: {
                /** Format: uri */
                url: string;
                /**
                 * @description What the URL is: a landing page, a pixel, a script, or a VAST tag
                 * @enum {string}
                 */
                url_type: "CLICKTHROUGH" | "TRACKER_PIXEL" | "TRACKER_SCRIPT" | "VIDEO_VAST" | "clickthrough" | "tracker_pixel" | "tracker_script" | "vast";
            };
            url_assets?: {
                /** @description Its key in the manifest: an asset_id of the format */
                asset_id: string;
                /** Format: uri */
                url: string;
                /**
                 * @description What the URL is: a landing page, a pixel, a script, or a VAST tag
                 * @enum {string}
                 */
                url_type?: "CLICKTHROUGH" | "TRACKER_PIXEL" | "TRACKER_SCRIPT" | "VIDEO_VAST" | "clickthrough" | "tracker_pixel" | "tracker_script" | "vast";
            }[];
            text_assets?: {
                /** @description Its key in the manifest: an asset_id of the format */
                asset_id: string;
                content: string;
            }[];
            webhook_asset?: {
                /** Format: uri */
                url: string;
                /** @enum {string} */
                method?: "GET" | "POST";
                timeout_ms?: number;
                /** @enum {string} */
                response_type: "html" | "json" | "xml" | "javascript";
                security: {
                    /** @enum {string} */
                    method: "hmac_sha256" | "api_key" | "none";
                    hmac_header?: string;
                    api_key_header?: string;
                };
            };
            /** @description Files that need more than a name, or that are at a URL */
            assets?: {
                /** @description The display name */
                label?: string;
                /** @description Its key in the manifest: an asset_id of the format */
                slot_asset_id?: string;
                /** @description The name of a file uploaded with this request */
                filename?: string;
                /**
                 * Format: uri
                 * @description Instead of a file: fetched once, and stored
                 */
                url?: string;
                /**
                 * @description By default, detected from the content
                 * @enum {string}
                 */
                asset_type?: "IMAGE" | "VIDEO" | "AUDIO" | "HTML" | "JAVASCRIPT" | "CSS" | "TEXT" | "URL" | "VAST" | "FONT" | "LOGO" | "DOCUMENT";
            }[];
            linked_assets?: {
                /** @description The display name */
                label?: string;
                /** @description Its key in the manifest: an asset_id of the format */
                slot_asset_id?: string;
                /** Format: uri */
                url?: string;
                data_url?: string;
                /** @enum {string} */
                asset_type?: "IMAGE" | "VIDEO" | "AUDIO" | "HTML" | "JAVASCRIPT" | "CSS" | "TEXT" | "URL" | "VAST" | "FONT" | "LOGO" | "DOCUMENT";
                /** @description For video, audio and VAST, if the content does not say */
                duration_ms?: number;
                make_primary?: boolean;
            }[];
            name?: string;
            /**
             * Format: uri
             * @description Replaces the landing page
             */
            click_url?: string;
            /** @description The same as `assets` */
            new_assets?: {
                /** @description The display name */
                label?: string;
                /** @description Its key in the manifest: an asset_id of the format */
                slot_asset_id?: string;
                /** @description The name of a file uploaded with this request */
                filename?: string;
                /**
                 * Format: uri
                 * @description Instead of a file: fetched once, and stored
                 */
                url?: string;
                /**
                 * @description By default, detected from the content
                 * @enum {string}
                 */
                asset_type?: "IMAGE" | "VIDEO" | "AUDIO" | "HTML" | "JAVASCRIPT" | "CSS" | "TEXT" | "URL" | "VAST" | "FONT" | "LOGO" | "DOCUMENT";
            }[];
            delete_asset_ids?: string[];
            reclassify_assets?: {
                asset_id: string;
                /** @enum {string} */
                asset_type: "IMAGE" | "VIDEO" | "AUDIO" | "HTML" | "JAVASCRIPT" | "CSS" | "TEXT" | "URL" | "VAST" | "FONT" | "LOGO" | "DOCUMENT";
            }[];
            primary_asset_id?: string;
            /** @description Replaces all cards */
            cards?: {
                /** @description An image that the creative already has */
                asset_id?: string;
                /** @description An uploaded image */
                filename?: string;
                /**
                 * Format: uri
                 * @description An image at a URL: fetched once, and stored
                 */
                url?: string;
                headline?: string;
                description?: string;
                cta?: string;
                /** Format: uri */
                landing_page_url?: string;
            }[];
        };
        CreativeFormat: {
            format_id: components["schemas"]["FormatId"];
            /** @description The canonical AdCP 3.1 format that it is based on */
            format_kind?: string;
            name: string;
            /** @description Such as display, video or audio; null if the seller does not say */
            type: string | null;
            description?: string;
            /** @description All of its assets, including optional ones */
            assets_required: {
                asset_id: string;
                asset_type: string;
                required: boolean;
                requirements?: {
                    min_width?: number;
                    max_width?: number;
                    min_height?: number;
                    max_height?: number;
                    min_duration_ms?: number;
                    max_duration_ms?: number;
                    max_file_size_kb?: number;
                    min_length?: number;
                    max_length?: number;
                    /** @description File types; any of them is accepted */
                    formats?: string[];
                };
            }[];
            renders?: {
                role: string;
                width?: number;
                height?: number;
            }[];
        };
        CreativeFormatCoverage: {
            /** @description Every format that a selected or bought product accepts */
            required: {
                agent_url?: string;
                id?: string;
                width?: number;
                height?: number;
                duration_ms?: number;
                /** @description The canonical kind; for a named format, by AdCP's own mapping; custom if it has none */
                format_kind: string;
            }[];
            /** @description The formats for which a creative exists */
            covered: {
                agent_url?: string;
                id?: string;
                width?: number;
                height?: number;
                duration_ms?: number;
                /** @description The canonical kind; for a named format, by AdCP's own mapping; custom if it has none */
                format_kind: string;
            }[];
            /** @description The accepted formats that have no creative yet; one format per product is enough */
            missing: {
                agent_url?: string;
                id?: string;
                width?: number;
                height?: number;
                duration_ms?: number;
                /** @description The canonical kind; for a named format, by AdCP's own mapping; custom if it has none */
                format_kind: string;
            }[];
        };
        CreativeRow: {
            creative_id: string;
            campaign_id: string;
            name: string;
            message?: string;
            brand_domain: string;
            template_id?: string;
            /** @description As the buyer named it, or detected among those that the campaign's products accept */
            format_id?: components["schemas"]["FormatId"];
            format_kind?: string;
            format_option_ref?: {
                /** @enum {string} */
                scope?: "publisher" | "product";
                publisher_domain?: string;
                format_option_id: string;
            };
            target_format_ids: components["schemas"]["FormatId"][];
            industry_identifiers: {
                type: string;
                value: string;
            }[];
            preview_url?: string;
            asset_count: number;
            assets: components["schemas"]["CreativeAsset"][];
            carousel_cards?: {
                card_index: number;
                media_asset_id: string;
                headline?: string;
                description?: string;
                cta?: string;
                landing_page_url?: string;
            }[];
            /** @description Absent if the buyer named the template, or if none could be detected */
            auto_detected_template?: {
                template_id: string;
                template_name: string;
                /** @enum {string} */
                method: "tag_hints" | "html_analysis" | "file_analysis" | "none";
            };
            sync_status: components["schemas"]["CreativeSyncStatus"];
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        CreativeSyncStatus: {
            /** @description Whether every seller that received it has the current version */
            synced: boolean;
            /** @description How many sales agents have it */
            agent_count: number;
            /** Format: date-time */
            last_synced_at?: string;
            /** @description The media buys whose sellers do not show it; change the creative, and it is sent to them again */
            refusals: {
                media_buy_id: string;
                sales_agent_id: string;
                sales_agent_name: string;
                /** @description As its seller reported it */
                reason: string;
            }[];
        };
        CreativeTemplates: {
            templates: {
                template_id: string;
                name: string;
                description: string;
                category: string;
                format_kind: string;
                assets_required: {
                    /** @constant */
                    item_type: "individual";
                    asset_id: string;
                    asset_type: string;
                    required: boolean;
                }[];
                /** @description Whether its main asset is HTML */
                expects_html_wrapper: boolean;
                /** @description Whether a tag may be pasted instead of a file */
                supports_tag_input: boolean;
            }[];
            /** @description The named formats that the campaign's products accept */
            campaign_format_ids: components["schemas"]["FormatId"][];
            /** @description The canonical formats that they accept */
            campaign_format_options: {
                format_kind: string;
                format_option_id?: string;
                display_name?: string;
            }[];
            campaign_products: {
                product_id: string;
                formats: components["schemas"]["FormatId"][];
                format_options: {
                    format_kind: string;
                    format_option_id?: string;
                    display_name?: string;
                }[];
            }[];
        };
        CredentialRegistration: {
            /** @description Your name for the account; required, and unique at the agent */
            accountIdentifier?: string;
            auth?: ({
                /** @enum {string} */
                type: "api_key" | "apikey" | "bearer";
                token: string;
            } | {
                /** @constant */
                type: "basic";
                username: string;
                password: string;
            } | {
                /** @constant */
                type: "jwt";
                privateKey: string;
                issuer: string;
                subject: string;
                keyId: string;
                scope: string;
                /** Format: uri */
                tokenEndpointUrl: string;
                /** Format: uri */
                audienceUrl: string;
                /** @enum {string} */
                algorithm?: "ES256" | "RS256";
                environment?: string;
            }) | {
                [key: string]: unknown;
            };
            /**
             * @description Only for administrators of the platform
             * @default false
             */
            marketplaceAccount?: boolean;
        };
        CredentialRotation: {
            /** @description A new name for the account, unique at the agent; if it is the only field, the account is renamed without asking the agent */
            accountIdentifier?: string;
            /** @description Replaces the stored secret */
            auth?: ({
                /** @enum {string} */
                type: "api_key" | "apikey" | "bearer";
                token: string;
            } | {
                /** @constant */
                type: "basic";
                username: string;
                password: string;
            } | {
                /** @constant */
                type: "jwt";
                privateKey: string;
                issuer: string;
                subject: string;
                keyId: string;
                scope: string;
                /** Format: uri */
                tokenEndpointUrl: string;
                /** Format: uri */
                audienceUrl: string;
                /** @enum {string} */
                algorithm?: "ES256" | "RS256";
                environment?: string;
            }) | {
                [key: string]: unknown;
            };
        };
        CurrentAccount: {
            id: number;
            company: string;
            name: string;
            /** @enum {string} */
            role: "MEMBER" | "ADMIN" | "SUPER_ADMIN";
            /**
             * @description The side of the market the organisation is on
             * @enum {string}
             */
            customerRole: "BUYER" | "SELLER" | "OPERATOR";
            customerDomain: string | null;
            sandbox: boolean;
            parentCustomerId: number | null;
            termsAccepted: boolean;
        };
        CustomerDomain: {
            id: number;
            customerDomain: string | null;
            customerDomainApproved: boolean;
        };
        CustomerDomainChange: {
            customerDomain: string;
        };
        DeleteOrganisation: {
            /** @description The organisation's name, so that nobody does this by mistake */
            confirm: string;
        };
        DeletePerson: {
            /** @description Your email address, so that nobody does this by mistake */
            confirm: string;
        };
        DeletedOrganisation: {
            customerId: number;
            /** @constant */
            accepted: true;
            /** @description For how long the records below are kept */
            keptYears: number;
            kept: {
                table: string;
                why: string;
            }[];
        };
        DeletedPerson: {
            userId: number;
            /** @constant */
            accepted: true;
        };
        DeliveryReport: {
            /** Format: date */
            date: string;
            packageId: string;
            /**
             * Format: date-time
             * @description When the seller reported it
             */
            reportedAt: string;
            /**
             * @description Whether the report was requested, or the seller sent it unprompted
             * @enum {string}
             */
            source: "poll" | "webhook";
            /** @description Whether the seller considers it final */
            final: boolean;
            currency: string;
            timeZone: string;
            impressions: number;
            spend: number;
            clicks: number;
            views: number;
            completedViews: number;
            conversions: number;
            conversionValue: number;
        };
        DiscoverProducts: {
            advertiserId: number | string;
            /** @description The session to continue; if omitted, a new one starts */
            discoveryId?: string;
            /** @description Fills in what the call omits, and ties the session to the campaign */
            campaignId?: string;
            brief?: string;
            /** @description By default the brief's channels, or otherwise display, olv, ctv and social and whatever fits the brief in others; if empty, every channel */
            channels?: ("display" | "olv" | "social" | "search" | "ctv" | "linear_tv" | "radio" | "streaming_audio" | "podcast" | "dooh" | "ooh" | "print" | "cinema" | "email" | "gaming" | "retail_media" | "influencer" | "affiliate" | "product_placement" | "sponsored_intelligence" | "video" | "audio")[];
            countries?: string[];
            /** @description In the advertiser's currency */
            budget?: number;
            flightDates?: {
                /** Format: date-time */
                startDate: string;
                /** Format: date-time */
                endDate: string;
            };
            /** @description Complete labels of a domain: `hulu` finds hulu.com, `hul` does not */
            publisherDomain?: string;
            /** @enum {string} */
            pricingModel?: "cpm" | "vcpm" | "cpc" | "cpcv" | "cpv" | "cpp" | "cpa" | "flat_rate" | "time";
            storefrontIds?: (number | string)[];
            /** @description Parts of names, ignoring case */
            storefrontNames?: string[];
            salesAgentIds?: string[];
            salesAgentNames?: string[];
            /** @default 10 */
            groupLimit?: number;
            /** @default 0 */
            groupOffset?: number;
            /** @default 10 */
            productsPerGroup?: number;
            /** @default 0 */
            productOffset?: number;
            /**
             * @description `quick` waits as long as this installation usually does; `long` waits up to 100 seconds
             * @default quick
             * @enum {string}
             */
            waitMode?: "quick" | "long";
            /** @description Overrides waitMode; capped at 100 */
            waitSeconds?: number;
            /** @default false */
            debug?: boolean;
            /** @description What the brief means, instead of what was read from it: `reading.chips` of an answer, corrected */
            chips?: components["schemas"]["SaidChip"][];
            refine?: ({
                /** @constant */
                scope: "request";
                ask: string;
            } | {
                /** @constant */
                scope: "product";
                id: string;
                /** @enum {string} */
                action: "include" | "omit" | "more_like_this";
                ask?: string;
            } | {
                /** @constant */
                scope: "proposal";
                id: string;
                /** @enum {string} */
                action: "include" | "omit" | "finalize";
                ask?: string;
            })[];
            /** @description An alias for what this call always does */
            proposal?: {
                /** @constant */
                action: "discover";
            };
        };
        DiscoveredProduct: {
            productId: string;
            name: string;
            description: string;
            /** @description The first of the channels */
            channel?: string;
            channels: string[];
            countries: string[];
            formatTypes: string[];
            formatIds: {
                agentUrl: string;
                id: string;
            }[];
            /** @description The lowest CPM */
            cpm?: number;
            /** @description The currency of `cpm` */
            currency?: string;
            salesAgentId: string;
            salesAgentName: string;
            storefrontId?: string;
            storefrontName?: string;
            /** @enum {string} */
            deliveryType: "guaranteed" | "non_guaranteed";
            /** @description Why it is ranked where it is: the same as relevance.why; if nothing was ranked, sellerRationale */
            briefRelevance?: string;
            /** @description The seller's own explanation of why it fits the brief; not verified */
            sellerRationale?: string;
            /** @description How the product was ranked; an extension of ours, absent if there is no brief */
            relevance?: {
                /** @description How well it fits, regardless of the other offers */
                score: number;
                /** @enum {string} */
                fit: "strong" | "fair" | "weak" | "none";
                /** @description Words of the brief that the product contains or is close to */
                matchedTerms: string[];
                why: string;
            };
            /** @description Whether the advertiser can buy it at the moment; products that it cannot buy are ranked lower */
            availability: {
                canBuy: boolean;
                message?: string;
            };
            pricingOptions: {
                pricingOptionId: string;
                pricingModel: string;
                /** @description False if a bid is required */
                isFixed: boolean;
                /** @description The fixed price, or otherwise the floor price */
                rate?: number;
                fixedPrice?: number;
                floorPrice?: number;
                minSpendPerPackage?: number;
                currency: string;
                /** @description Recent winning bids, by percentile */
                priceGuidance?: {
                    floor?: number;
                    p25?: number;
                    p50?: number;
                    p75?: number;
                    p90?: number;
                };
            }[];
            estimatedExposures?: number;
            /** @description The seller's delivery forecast, in AdCP's own form */
            forecast?: {
                [key: string]: unknown;
            };
            /** @description How the seller would have the product shown; its text and URLs are the seller's */
            productCard?: {
                [key: string]: unknown;
            };
            /** @description The same at length */
            productCardDetailed?: {
                [key: string]: unknown;
            };
            publisherProperties: {
                publisherDomain: string;
                selectionType: string;
                identifiers: {
                    type: string;
                    value: string;
                }[];
            }[];
            isSandbox: boolean;
        };
        Discovery: {
            discoveryId: string;
            /** @description Filters that nobody requested and that removed products, with their counts */
            defaultsApplied?: {
                filter: string;
                values: string[];
                /** @description How many products it removed */
                hidden: number;
                message: string;
            }[];
            /** @description What was understood from the brief; it can be corrected */
            reading?: {
                languages: string[];
                /** @description Send them back as `chips`, corrected, to change what was understood */
                chips: components["schemas"]["BriefChip"][];
                /** @description Words of the brief that are not known here: they only match products that contain them */
                unknownWords: string[];
                /** @description If most of its words are unknown, for example because of its language */
                note?: string;
                versions?: {
                    reading: string;
                    ranking: string;
                    model: string | null;
                };
            };
            /** @description One order over all groups, best first, regardless of the page: up to 500 products. What does not fit the brief (`fit: none`) is only in its group, last */
            ranking: {
                rank: number;
                productId: string;
                salesAgentId: string;
                groupId: string;
                name: string;
                score?: number;
                fit?: string;
            }[];
            productGroups: {
                groupId: string;
                groupName: string;
                storefrontId?: string;
                storefrontName?: string;
                products: components["schemas"]["DiscoveredProduct"][];
                /** @description On this page */
                productCount: number;
                totalProducts: number;
                hasMoreProducts: boolean;
            }[];
            totalGroups: number;
            hasMoreGroups: boolean;
            summary: {
                totalProducts: number;
                publishersCount: number;
                /** @description Of the CPM prices; null if they are in several currencies */
                priceRange: {
                    min: number | null;
                    max: number | null;
                    avg: number | null;
                    currency?: string;
                };
            };
            budgetContext?: components["schemas"]["BudgetContext"];
            proposals: {
                proposalId: string;
                name: string;
                description?: string;
                briefAlignment?: string;
                /**
                 * @description A draft's prices are indicative: refine it with the action `finalize` before you buy it
                 * @enum {string}
                 */
                proposalStatus?: "draft" | "committed";
                salesAgentId: string;
                salesAgentName: string;
                storefrontId?: string;
                storefrontName?: string;
                allocations: {
                    productId: string;
                    allocationPercentage: number;
                    pricingOptionId?: string;
                    rationale?: string;
                    sequence: number;
                    tags?: string[];
                }[];
                /**
                 * Format: date-time
                 * @description After this time it can no longer be applied
                 */
                expiresAt?: string;
                totalBudgetGuidance?: {
                    min?: number;
                    recommended?: number;
                    max?: number;
                    currency: string;
                };
            }[];
            /** @description All sellers if `debug` is set; otherwise those that failed */
            agentResults?: {
                agentId: string;
                agentName: string;
                storefronts?: {
                    storefrontId: string;
                    storefrontName: string;
                }[];
                success: boolean;
                timedOut: boolean;
                /** @description In its answer, before any filter */
                productCount: number;
                responseTimeMs: number;
                error?: string;
                /** @description Why a seller that did not fail has no products */
                skipReason?: string;
            }[];
            refinementApplied?: {
                /** @enum {string} */
                scope: "request" | "product" | "proposal";
                id?: string;
                /** @enum {string} */
                status: "applied" | "partial" | "unable";
                notes?: string;
            }[];
            /** @description What is missing from this answer */
            incompleteAgents: {
                agentId: string;
                agentName: string;
                storefronts?: {
                    storefrontId: string;
                    storefrontName: string;
                }[];
                /** @description The inventory source behind the agent, or the agent itself */
                source: string;
                sourceId?: string;
                /** @enum {string} */
                reason: "timeout" | "upstream_incomplete";
                /** @description The result of the request: timeout, unreachable, refused, unauthorized, malformed, … */
                cause: string;
                message: string;
                /** @description The longest time that the search waited for it */
                waitSeconds: number;
            }[];
            /** @description Whether a seller was too slow, and a longer wait can be requested */
            retryWithLongerWaitAvailable: boolean;
            /** @description How many products each filter removed */
            removedByFilters: {
                filter: string;
                /**
                 * @description Who set it
                 * @enum {string}
                 */
                because: "request" | "brief" | "refinement" | "default";
                products: number;
                /** @description What was removed, where known */
                names: string[];
                /** @description What the brief asks for in this respect */
                asked?: string[];
                /** @description The sellers of the products */
                agentNames: string[];
                /** @description The values that the products have in the filtered field */
                instead: string[];
            }[];
            /** @description Why there are no products, if there are none */
            emptyReasons?: {
                code: string;
                message: string;
                agentId?: string;
                storefrontId?: string;
                sourceId?: string;
                connect?: {
                    /** @constant */
                    method: "POST";
                    path: string;
                };
                /** @description If nothing fits: what comes closest */
                nearest?: {
                    productId: string;
                    salesAgentId: string;
                    name: string;
                    score: number;
                    why: string;
                }[];
            }[];
            /** @description The same in words, and what to do next */
            guidance?: string;
        };
        DiscoveryProgress: {
            /** @description How many sellers have answered or timed out */
            done: number;
            /** @description How many are asked */
            of: number;
            /** @description The last step, in words */
            message: string;
            /** @description The longest time that any seller is given */
            waitSeconds: number;
            /** @description In the first event: who is asked, the first 200 of them */
            asked?: {
                agentId: string;
                agentName: string;
            }[];
            /** @description In every later event: the result of one seller, before any filter */
            result?: {
                agentId: string;
                agentName: string;
                storefronts?: {
                    storefrontId: string;
                    storefrontName: string;
                }[];
                success: boolean;
                timedOut: boolean;
                /** @description In its answer, before any filter */
                productCount: number;
                responseTimeMs: number;
                error?: string;
                /** @description Why a seller that did not fail has no products */
                skipReason?: string;
            };
        };
        EventCustomData: {
            /** @description In major units of the currency */
            value?: number;
            currency?: string;
            order_id?: string;
            content_ids?: string[];
            content_type?: string;
            content_name?: string;
            content_category?: string;
            num_items?: number;
            search_string?: string;
            progress_percent?: number;
            progress_seconds?: number;
            contents?: {
                id: string;
                quantity?: number;
                price?: number;
                brand?: string;
            }[];
        };
        EventSource: {
            eventSourceId: string;
            name: string;
            /** @description Null: every type */
            eventTypes: components["schemas"]["EventType"][] | null;
            /** @description Each includes its subdomains; null: any domain */
            allowedDomains: string[] | null;
            integrationPlatform: string | null;
            mapping: components["schemas"]["EventSourceMapping"] | null;
            testEventCode: string | null;
            /** @description The events received; test events are excluded */
            health: components["schemas"]["EventSourceHealth"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        EventSourceHealth: {
            /**
             * @description needs_attention: the last batch contained an event that was rejected
             * @enum {string}
             */
            status: "not_seen" | "receiving" | "needs_attention";
            /**
             * Format: date-time
             * @description The latest time at which an event happened
             */
            lastEventAt: string | null;
            /** Format: date-time */
            lastEventReceivedAt: string | null;
            lastEventType: components["schemas"]["EventType"] | null;
            lastError: string | null;
            /** Format: date-time */
            lastErrorAt: string | null;
        };
        EventSourceMapping: {
            eventIdField: string | null;
            eventTypeField: string | null;
            eventTimeField: string | null;
            userMatchFields: string[] | null;
            valueField: string | null;
            currencyField: string | null;
            orderIdField: string | null;
            contentIdsField: string | null;
            consentField: string | null;
            dedupeStrategy: string | null;
            notes: string | null;
        };
        EventSourceSetup: {
            /** @enum {string} */
            snippet_type: "javascript" | "html" | "pixel_url" | "server_only";
            snippet?: string;
            instructions: string;
        };
        EventSummary: {
            /** Format: date-time */
            periodStart: string;
            /** Format: date-time */
            periodEnd: string;
            entries: {
                /** Format: date-time */
                eventHour: string;
                /** @enum {string} */
                eventType: "conversion" | "click" | "impression" | "measurement" | "mmp";
                eventCount: number;
            }[];
            totalEventCount: number;
        };
        /** @enum {string} */
        EventType: "page_view" | "view_content" | "select_content" | "select_item" | "search" | "share" | "add_to_cart" | "remove_from_cart" | "viewed_cart" | "add_to_wishlist" | "initiate_checkout" | "add_payment_info" | "purchase" | "refund" | "lead" | "qualify_lead" | "close_convert_lead" | "disqualify_lead" | "complete_registration" | "subscribe" | "follow" | "content_view" | "watch_milestone" | "start_trial" | "app_install" | "app_launch" | "contact" | "schedule" | "donate" | "submit_application" | "custom";
        ExecuteCampaign: {
            /** @description Include more detail about every failure */
            debug?: boolean;
        };
        ExecutionProgress: {
            /** @description How many media buys have been attempted */
            done: number;
            /** @description How many have been sent */
            of: number;
            /** @description The last step, in words */
            message: string;
            mediaBuyId?: string;
            salesAgentName?: string;
            /** @description The media buy's status after it was sent */
            status?: string;
        };
        FormatId: {
            agent_url: string;
            id: string;
            width?: number;
            height?: number;
            duration_ms?: number;
        };
        FormatIdInput: {
            /**
             * Format: uri
             * @description The agent that defines the format
             */
            agent_url: string;
            id: string;
            width?: number;
            height?: number;
            duration_ms?: number;
        };
        FrequencyCap: {
            max_impressions: number;
            window: {
                interval: number;
                /** @enum {string} */
                unit: "seconds" | "minutes" | "hours" | "days" | "campaign";
            };
            id: string;
            /** @constant */
            targetLevel: "ADVERTISER";
            targetId: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            archivedAt: null;
        };
        IdentityProvider: {
            /** @enum {string} */
            kind: "google" | "entra" | "okta" | "oidc";
            name: string;
            issuer: string;
            clientId: string;
            /** @description The role of people who sign in for the first time and thereby join your organisation; null if you invite people */
            joinsAs: ("MEMBER" | "ADMIN") | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        IdentityProviderBody: {
            /**
             * @description Google Workspace, Microsoft Entra ID, Okta, or any other provider that returns email_verified
             * @enum {string}
             */
            kind: "google" | "entra" | "okta" | "oidc";
            /** @description The name that your people know it by, shown on the button */
            name: string;
            /** @description Not for google. For entra: https://login.microsoftonline.com/{tenant id}/v2.0 */
            issuer?: string;
            clientId: string;
            /** @description Stored encrypted and never shown again. If omitted, it stays, provided that client and issuer are unchanged */
            clientSecret?: string;
            /**
             * @description The role of people who sign in for the first time and thereby join your organisation; null if you invite people
             * @default null
             */
            joinsAs?: ("MEMBER" | "ADMIN") | null;
        };
        IdentityProviderSetting: {
            provider: components["schemas"]["IdentityProvider"] | null;
            /** @description The redirect URI to register at the provider */
            redirectUri: string;
            /** @description The domains whose addresses it may sign in */
            domains: components["schemas"]["SignInDomain"][];
        };
        Invitation: {
            id: string;
            email: string;
            /** @enum {string} */
            role: "MEMBER" | "ADMIN" | "SUPER_ADMIN";
            invitedBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        LinkedAccount: {
            /** @description A decimal number, as a string */
            linkId: string;
            accountId: string;
            name: string | null;
            /** @description Every source through which the account is reached */
            sources: {
                storefrontId: number;
                storefrontName: string;
                sourceId: string;
                sourceName: string;
            }[];
            advertiserId: string;
            /**
             * @description The status that the source gives; unreachable since the credential was deleted: link the account again with another one
             * @enum {string}
             */
            status: "active" | "pending_approval" | "payment_required" | "suspended" | "closed" | "unreachable";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            credentialId: string | null;
            billingType: string | null;
        };
        LinkedAccountInput: {
            storefrontId: number | string;
            /** @description The source within the storefront */
            sourceId: string;
            /** @description As the source spells it */
            accountId: string;
            /** @description Required if several of your credentials show the account */
            credentialId?: number | string;
            /** @description Who is invoiced; by default, the source's default */
            billingType?: string;
        };
        LinkedBrand: {
            /** @description The brand's id in its house's portfolio, or its domain */
            id: string;
            name: string;
            domain: string;
            /**
             * @description The origin of the data: the brand, a registry, or you yourself (`saveBrand`), which nobody has confirmed
             * @enum {string}
             */
            source: "brand.json" | "registry" | "saved";
            /** @description The brand's complete profile: logos, colours, fonts, tone */
            manifest: {
                name: string;
            } & {
                [key: string]: unknown;
            };
            logoUrl?: string;
            industry?: string;
            colors?: {
                [key: string]: string;
            };
            tagline?: string;
            tone?: string;
        };
        ListedAdvertiser: {
            /** @description A decimal number, as a string */
            id: string;
            name: string;
            /** @enum {string} */
            status: "ACTIVE" | "ARCHIVED";
            sandbox: boolean;
            /** @description The brand's bare domain */
            brand: string;
            linkedBrand?: components["schemas"]["LinkedBrand"];
            primaryCurrency: string;
            /** @description True once a campaign uses the currency */
            currencyLocked: boolean;
            linkedAccountCount: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            description: string | null;
            /** @description A warning about the brand: where we looked, and what was found */
            brandWarning?: string;
            /** @enum {string} */
            optimizationApplyMode: "AUTO" | "MANUAL";
            /** @description Includes the defaults that apply where nothing else is set */
            utmConfig: {
                /** @description As it appears in the landing page's URL */
                paramKey: string;
                /** @description Text, or a macro such as {CAMPAIGN_ID} */
                paramValue: string;
                /** @enum {string} */
                source: "advertiser" | "campaign";
            }[];
            frequencyCaps: components["schemas"]["FrequencyCap"][];
            linkedAccounts?: components["schemas"]["LinkedAccount"][];
        };
        LogEvent: {
            event_source_id: string;
            events: components["schemas"]["LoggedEvent"][];
            /** @description Marks the events as tests: they are validated and stored separately under this code, and not counted */
            test_event_code?: string;
        };
        LoggedEvent: {
            /** @description Your own id; with the source and the type it identifies the event permanently */
            event_id: string;
            event_type: components["schemas"]["EventType"];
            /** Format: date-time */
            event_time: string;
            /** @description The person, as hashes and identifiers; never in clear text */
            user_match?: components["schemas"]["UserMatch"];
            custom_data?: components["schemas"]["EventCustomData"];
            /** @enum {string} */
            action_source?: "website" | "app" | "in_store" | "phone_call" | "system_generated" | "other";
            /**
             * Format: uri
             * @description Required if action_source is website; stored without its query string
             */
            event_source_url?: string;
            /** @description The name of a custom event */
            custom_event_name?: string;
        };
        LoggedRequest: {
            requestId: string;
            /** Format: date-time */
            at: string;
            method: string;
            /** @description Without its query string */
            path: string;
            operation: string;
            /** @description For MCP: the tool that was called */
            tool: string | null;
            /** @description The REST status code, for MCP as well */
            status: number;
            durationMs: number;
            userEmail: string | null;
            apiKey: {
                id: string;
                name: string | null;
            } | null;
            callerKey: {
                id: string;
                name: string | null;
            } | null;
            application: {
                id: string;
                name: string | null;
            } | null;
            actingGrantId: string | null;
        };
        Me: {
            person: {
                id: number;
                email: string | null;
                name: string | null;
            };
            /** @description The organisation for which this request acted */
            organisationId: number;
            /** @description All organisations that you belong to, the oldest first */
            memberships: components["schemas"]["Membership"][];
            /** @description Whether you run this installation */
            isOperator: boolean;
            /** @description If you act for an organisation that you do not belong to: until when, and your own organisation */
            acting: {
                grantId: string;
                reason: string;
                /** Format: date-time */
                endsAt: string;
                organisationId: number;
            } | null;
            /** @description Null if you used an API key or an application */
            sessionId: string | null;
        };
        MeasurementConfig: {
            advertiserId: string;
            mmmEnabled: boolean;
            /** @description Null while mmmEnabled is false */
            mmmConfig: components["schemas"]["MmmConfig"] | null;
            incrementalityTestingEnabled: boolean;
            brandLiftEnabled: boolean;
            /** @description Anything else that a vendor needs to know */
            settings: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        MeasurementConfigChange: {
            /** @description Whether a marketing mix model is built from the advertiser's results */
            mmmEnabled?: boolean;
            /** @description Replaced as a whole */
            mmmConfig?: components["schemas"]["MmmConfig"] | null;
            incrementalityTestingEnabled?: boolean;
            brandLiftEnabled?: boolean;
            /** @description Replaced as a whole */
            settings?: {
                [key: string]: unknown;
            } | null;
        };
        MediaBuy: {
            mediaBuyId: string;
            campaignId: string;
            advertiserId: string;
            name: string;
            status: components["schemas"]["MediaBuyStatus"];
            salesAgentId: string;
            salesAgentName: string;
            /** @description The seller's own id for the media buy */
            sellerMediaBuyId: string | null;
            /** @description The status as the seller spells it */
            sellerStatus: string | null;
            /** @description For quoting to the seller */
            buyerReference: string;
            products: {
                productId: string;
                productName: string;
                salesAgentId: string;
                salesAgentName: string;
                budget: number;
                budgetCurrency: string;
            }[];
            packages: components["schemas"]["Package"][];
            /** Format: date-time */
            startTime: string;
            /** Format: date-time */
            endTime: string;
            /** @description Why it is not running; null while it runs */
            why: components["schemas"]["MediaBuyWhy"] | null;
            /** @description Requested from the seller and not done yet; everything else here is in effect */
            pendingChange?: components["schemas"]["MediaBuyPendingChange"];
            /**
             * @description Where a decision is pending
             * @enum {string}
             */
            pendingAt?: "storefront" | "salesagent";
            /**
             * @description Why it does not deliver yet, as a code
             * @enum {string}
             */
            pendingReason?: "forward_failed_needs_correction" | "forward_failed_retrying" | "awaiting_storefront_approval" | "awaiting_source_moderation" | "no_creatives_attached" | "source_rejected_creatives" | "scheduled_not_started";
            /** Format: date-time */
            pendingSince?: string;
            /** @enum {string} */
            errorCode?: "product_no_longer_available" | "source_rejected" | "storefront_rejected" | "source_unavailable" | "invalid_request" | "quote_expired" | "platform_error";
            /**
             * @description Who has to fix it
             * @enum {string}
             */
            errorOwner?: "buyer_input" | "platform" | "seller";
            /** @description The code as the seller spelt it */
            sellerErrorCode?: string;
            /** @description The last error from the seller, or in reaching it */
            sourceMessage?: string;
            /**
             * Format: date-time
             * @description When it was first sent to the seller
             */
            forwardedAt?: string;
            /** @description Increases with every write */
            revision: number;
            /**
             * Format: date-time
             * @description When the seller last reported its status
             */
            checkedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        MediaBuyCancellation: {
            /** @description The seller reads it */
            reason?: string;
        };
        MediaBuyOperation: {
            name?: string;
            /** @description For a media buy that is with its seller */
            packages?: {
                packageId: string;
                /** @description In major units of the package's currency */
                budget?: number;
                /** @enum {string} */
                pacing?: "even" | "asap" | "front_loaded";
                /** @description In the pricing option's currency and model */
                bidPrice?: number | null;
                /** Format: date-time */
                startTime?: string;
                /** Format: date-time */
                endTime?: string;
            }[];
            /** @description For a draft */
            products?: {
                productId: string;
                pricingOptionId?: string;
                /** @description For all packages of the product together */
                budget?: number;
                /** @enum {string} */
                pacing?: "even" | "asap" | "front_loaded";
                /** @description In the pricing option's currency and model */
                bidPrice?: number | null;
                /** @description Removes the product from the draft, and from the campaign's selection */
                remove?: boolean;
            }[];
            /** @description A date and time, or "asap" */
            startTime?: "asap" | string;
            /** Format: date-time */
            endTime?: string;
            reason?: string;
            /** @description Ignored: creatives belong to the campaign */
            creative_ids?: string[];
            /** @description Ignored: goals belong to the campaign */
            optimization_goals?: unknown[];
            mediaBuyId: string;
            /**
             * @description `delete` is for drafts and for media buys that have ended; any other is canceled
             * @default update
             * @enum {string}
             */
            action?: "update" | "cancel" | "delete";
            /** @description Cancels only these packages */
            packageIds?: string[];
            suggestion_id?: string;
        };
        MediaBuyPendingChange: {
            /** @constant */
            status: "PENDING_APPROVAL";
            /** @enum {string} */
            action: "pause" | "resume" | "cancel" | "update";
            /** @enum {string} */
            pendingAt: "storefront" | "salesagent";
            /** Format: date-time */
            since: string;
            /** @description The buyer's reason for the request */
            reason?: string;
            /** @description Why it has not been made yet */
            error?: string;
            differences: {
                startTime?: {
                    /** Format: date-time */
                    live: string;
                    /** Format: date-time */
                    proposed: string;
                };
                endTime?: {
                    /** Format: date-time */
                    live: string;
                    /** Format: date-time */
                    proposed: string;
                };
                /** @description For all packages together */
                budget?: {
                    live: number;
                    proposed: number;
                };
            };
            /** @description The packages that it changes; empty if it applies to the whole media buy */
            packageIds: string[];
        };
        MediaBuyReporting: {
            mediaBuyId: string;
            name: string;
            status: string;
            sellerName: string;
            budget: number | null;
            /** @description The time zone of the seller's reporting days; null before the first report */
            timeZone: string | null;
            /** @description Null if there are several currencies: `totalsByCurrency` then has a total for each */
            currency: string | null;
            totals: components["schemas"]["ReportingMetrics"];
            /** @description The same as totals, under the name that newer clients use */
            metrics: components["schemas"]["ReportingMetrics"];
            /** @description Only if there are several currencies */
            totalsByCurrency?: components["schemas"]["ReportingCurrencyTotals"][];
            freshness: components["schemas"]["ReportingFreshness"];
            packages: components["schemas"]["PackageReporting"][];
        };
        /** @enum {string} */
        MediaBuyStatus: "DRAFT" | "PENDING_APPROVAL" | "INPUT_REQUIRED" | "ACTIVE" | "PAUSED" | "COMPLETED" | "CANCELED" | "FAILED" | "REJECTED" | "ARCHIVED";
        MediaBuyStatusChange: {
            mediaBuyId: string;
            name: string;
            previousStatus: components["schemas"]["MediaBuyStatus"];
            newStatus: components["schemas"]["MediaBuyStatus"];
            success: boolean;
            /** @description Why not, or why not yet */
            error?: string;
        };
        MediaBuyWhy: {
            /** @description Null if it is not waiting for anybody */
            waitingOn: ("buyer" | "seller" | "platform") | null;
            reason: string;
            /** Format: date-time */
            since: string;
            /** @description What to do about it */
            nextStep: string;
        };
        Member: {
            userId: number;
            email: string;
            name: string | null;
            /** @enum {string} */
            role: "MEMBER" | "ADMIN" | "SUPER_ADMIN";
            /**
             * Format: date-time
             * @description When they became a member
             */
            createdAt: string;
        };
        MemberRole: {
            /** @enum {string} */
            role: "MEMBER" | "ADMIN" | "SUPER_ADMIN";
        };
        Membership: {
            /** @description The value for the header X-Interchange-Organisation */
            organisationId: number;
            company: string;
            /**
             * @description Its console, and the part of the API it uses
             * @enum {string}
             */
            side: "buyer" | "storefront" | "operator";
            /** @enum {string} */
            role: "MEMBER" | "ADMIN" | "SUPER_ADMIN";
            sandbox: boolean;
        };
        MmmConfig: {
            provider?: string;
            dataSourceIds?: string[];
            /** @enum {string} */
            reportingFrequency?: "weekly" | "monthly" | "quarterly";
        } & {
            [key: string]: unknown;
        };
        NewAdvertiser: {
            name: string;
            /** @description The brand's domain, or a URL on it */
            brand?: string;
            /** @description The same as brand */
            brandDomain?: string;
            description?: string;
            /**
             * @description Saves name and description as the brand's profile if nothing is published at its domain
             * @default false
             */
            saveBrand?: boolean;
            /** @description Accounts to add, each taken from GET /advertisers/{advertiserId}/accounts/available; accounts are never removed this way */
            linkedAccounts?: components["schemas"]["LinkedAccountInput"][];
            /**
             * @default MANUAL
             * @enum {string}
             */
            optimizationApplyMode?: "AUTO" | "MANUAL";
            /**
             * @description Buys only under sellers' sandbox accounts, so that nothing is spent. Cannot be changed later
             * @default false
             */
            sandbox?: boolean;
            /** @description Query parameters of landing pages; replaces all existing ones, and [] leaves only the defaults */
            utmConfig?: {
                /** @description As it appears in the landing page's URL */
                paramKey: string;
                /** @description Text, or a macro such as {CAMPAIGN_ID} */
                paramValue: string;
            }[];
            /** @description Replaces all caps; [] removes them. Passed on to the sellers; this server does not count impressions per person */
            frequencyCaps?: {
                max_impressions: number;
                window: {
                    interval: number;
                    /** @enum {string} */
                    unit: "seconds" | "minutes" | "hours" | "days" | "campaign";
                };
            }[];
            /** @default USD */
            primaryCurrency?: string;
        };
        NewApiKey: {
            name: string;
            description?: string;
            /** @default false */
            readOnly?: boolean;
            /**
             * Format: date-time
             * @description At most a year from now; by default, the key is valid until it is revoked
             */
            expiresAt?: string;
        };
        NewCampaign: {
            brief?: string;
            constraints?: components["schemas"]["CampaignConstraints"];
            discoveryId?: string;
            /** @description Restricts discovery to these; empty: no restriction */
            storefrontIds?: (number | string)[];
            performanceConfig?: components["schemas"]["PerformanceConfigInput"];
            /** @enum {string} */
            optimizationApplyMode?: "AUTO" | "MANUAL";
            utmConfig?: components["schemas"]["CampaignUtmConfig"];
            pacingPeriods?: components["schemas"]["PacingPeriods"];
            /** @description Sellers receive the first cap that limits the number of exposures; `per` says whose exposures are counted, by default individuals */
            frequencyCaps?: ({
                max_impressions: number;
                window: {
                    interval: number;
                    unit: string;
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            })[];
            advertiserId: number | string;
            name: string;
            flightDates: {
                /** Format: date-time */
                startDate: string;
                /** Format: date-time */
                endDate: string;
            };
            budget: {
                total: number;
                /** @description Must belong to the advertiser */
                currency?: string;
                dailyCap?: number | null;
                /** @enum {string} */
                pacing?: "EVEN" | "ASAP" | "FRONTLOADED";
            };
            /** @description Selected in the discovery immediately */
            productIds?: string[];
            audienceConfig?: components["schemas"]["CampaignAudiences"];
            catalogId?: (number | string) | null;
            /**
             * @default discovery
             * @enum {string}
             */
            mode?: "discovery" | "performance";
        };
        NewCatalog: {
            name: string;
            /** @description Cannot be changed afterwards */
            type: components["schemas"]["CatalogType"];
            description?: string | null;
        };
        NewChildAccount: {
            name: string;
            /**
             * @description Your own side of the market, which the child shares
             * @enum {string}
             */
            customerRole?: "BUYER" | "SELLER";
            /** @description Your organisation's own domain, or one at which one of your members has a verified email address */
            customerDomain?: string;
        };
        NewCreative: {
            /** @description A brief or a note for the people who make or review the creative */
            message?: string;
            /** @description The format to check the creative against; by default, detected */
            format_id?: components["schemas"]["FormatIdInput"];
            /** @description A canonical format, such as image, html5, video_hosted, video_vast, audio_hosted or image_carousel */
            format_kind?: string;
            format_option_ref?: {
                /** @enum {string} */
                scope?: "publisher" | "product";
                publisher_domain?: string;
                format_option_id: string;
            };
            industry_identifiers?: {
                /** @enum {string} */
                type: "ad_id" | "isci" | "clearcast_clock" | "idcrea";
                value: string;
            }[];
            /** @description Further formats that the creative fits */
            target_format_ids?: components["schemas"]["FormatIdInput"][];
            /** @description By default, detected */
            template_id?: string;
            url_asset?: {
                /** Format: uri */
                url: string;
                /**
                 * @description What the URL is: a landing page, a pixel, a script, or a VAST tag
                 * @enum {string}
                 */
                url_type: "CLICKTHROUGH" | "TRACKER_PIXEL" | "TRACKER_SCRIPT" | "VIDEO_VAST" | "clickthrough" | "tracker_pixel" | "tracker_script" | "vast";
            };
            url_assets?: {
                /** @description Its key in the manifest: an asset_id of the format */
                asset_id: string;
                /** Format: uri */
                url: string;
                /**
                 * @description What the URL is: a landing page, a pixel, a script, or a VAST tag
                 * @enum {string}
                 */
                url_type?: "CLICKTHROUGH" | "TRACKER_PIXEL" | "TRACKER_SCRIPT" | "VIDEO_VAST" | "clickthrough" | "tracker_pixel" | "tracker_script" | "vast";
            }[];
            text_assets?: {
                /** @description Its key in the manifest: an asset_id of the format */
                asset_id: string;
                content: string;
            }[];
            webhook_asset?: {
                /** Format: uri */
                url: string;
                /** @enum {string} */
                method?: "GET" | "POST";
                timeout_ms?: number;
                /** @enum {string} */
                response_type: "html" | "json" | "xml" | "javascript";
                security: {
                    /** @enum {string} */
                    method: "hmac_sha256" | "api_key" | "none";
                    hmac_header?: string;
                    api_key_header?: string;
                };
            };
            /** @description Files that need more than a name, or that are at a URL */
            assets?: {
                /** @description The display name */
                label?: string;
                /** @description Its key in the manifest: an asset_id of the format */
                slot_asset_id?: string;
                /** @description The name of a file uploaded with this request */
                filename?: string;
                /**
                 * Format: uri
                 * @description Instead of a file: fetched once, and stored
                 */
                url?: string;
                /**
                 * @description By default, detected from the content
                 * @enum {string}
                 */
                asset_type?: "IMAGE" | "VIDEO" | "AUDIO" | "HTML" | "JAVASCRIPT" | "CSS" | "TEXT" | "URL" | "VAST" | "FONT" | "LOGO" | "DOCUMENT";
            }[];
            linked_assets?: {
                /** @description The display name */
                label?: string;
                /** @description Its key in the manifest: an asset_id of the format */
                slot_asset_id?: string;
                /** Format: uri */
                url?: string;
                data_url?: string;
                /** @enum {string} */
                asset_type?: "IMAGE" | "VIDEO" | "AUDIO" | "HTML" | "JAVASCRIPT" | "CSS" | "TEXT" | "URL" | "VAST" | "FONT" | "LOGO" | "DOCUMENT";
                /** @description For video, audio and VAST, if the content does not say */
                duration_ms?: number;
                make_primary?: boolean;
            }[];
            /** @description Unique in the campaign; generated if omitted */
            name?: string;
            cards?: {
                /** @description An image that the creative already has */
                asset_id?: string;
                /** @description An uploaded image */
                filename?: string;
                /**
                 * Format: uri
                 * @description An image at a URL: fetched once, and stored
                 */
                url?: string;
                headline?: string;
                description?: string;
                cta?: string;
                /** Format: uri */
                landing_page_url?: string;
            }[];
        };
        NewInvitation: {
            /** Format: email */
            email: string;
            /**
             * @default MEMBER
             * @enum {string}
             */
            role?: "MEMBER" | "ADMIN" | "SUPER_ADMIN";
            /**
             * @description The language of the email, a BCP-47 tag
             * @default en
             */
            language?: string;
        };
        NewOffering: {
            /** @description Your own id; unique in the catalog */
            offeringId: string;
            title: string;
            description?: string | null;
            /** @description In major units of the currency */
            price?: number | null;
            currency?: string | null;
            /** Format: uri */
            landingUrl?: string | null;
        };
        NewOrganisation: {
            companyName: string;
            /** Format: email */
            email: string;
            name?: string;
            /** @description The language for emails */
            language?: string;
            /** @constant */
            acceptTerms: true;
            /** @description The version that was read; by default the current one */
            termsVersion?: string;
            /**
             * @description Whether it buys or sells
             * @enum {string}
             */
            side: "buyer" | "storefront";
        };
        NewPasskey: {
            /** @description Your name for it, such as the device it is on */
            name: string;
            /** @description The browser's response to the options: RegistrationResponseJSON of Web Authentication */
            response: {
                [key: string]: unknown;
            };
        };
        NewTestCohort: {
            name: string;
            description?: string;
            /** @description Your own name for its kind, such as `geographic` */
            cohortType: string;
            /**
             * @default TREATMENT
             * @enum {string}
             */
            role?: "TREATMENT" | "CONTROL" | "OBSERVATION";
            definition: components["schemas"]["CohortDefinition"];
            /** @description In people */
            estimatedSize?: number;
        };
        NewWebhookSubscription: {
            /**
             * Format: uri
             * @description https, at a public address
             */
            url: string;
            /** @description The key that signs deliveries; if omitted, one is generated and shown once */
            secret?: string;
            eventTypes: ("media_buy.status_changed" | "campaign.status_changed" | "delivery.updated" | "discovery.revision" | "media_buy.approval_requested" | "media_buy.approval_expired" | "media_buy.approved" | "media_buy.input_required" | "media_buy.source_rejected" | "media_buy.forward_failed" | "media_buy.settled" | "creative.review_requested" | "sponsored_buyer.approval_requested" | "storefront.listed" | "storefront.hidden" | "storefront.interest" | "storefront_link.requested" | "storefront_link.approved" | "storefront_link.rejected" | "storefront_link.cancelled" | "source.unreachable" | "source.held_back" | "work_item.opened" | "work_item.overdue" | "avails_feed.unread" | "publisher.unauthorized" | "credential.action_required" | "member.joined" | "organisation.acted_for" | "sign_up.waiting" | "webhook_subscription.failed")[];
        };
        Notification: {
            id: string;
            /**
             * @description The type's name in the published API; several of this server's types share a name
             * @enum {string}
             */
            type: "creative.review_requested" | "inventory_source.unhealthy" | "media_buy.approval_requested" | "media_buy.updated" | "source.action_required" | "source.action_resolved" | "storefront.liveness_degraded" | "storefront.liveness_recovered" | "storefront.media_buy_forward_failed" | "storefront.supply_nudge" | "system.error" | "system.warning";
            /**
             * @description The exact event, as webhooks name it: resource.action
             * @enum {string}
             */
            event: "media_buy.approval_requested" | "media_buy.approval_expired" | "media_buy.approved" | "media_buy.input_required" | "media_buy.source_rejected" | "media_buy.forward_failed" | "media_buy.settled" | "creative.review_requested" | "sponsored_buyer.approval_requested" | "storefront.listed" | "storefront.hidden" | "storefront.interest" | "storefront_link.requested" | "storefront_link.approved" | "storefront_link.rejected" | "storefront_link.cancelled" | "source.unreachable" | "source.held_back" | "work_item.opened" | "work_item.overdue" | "avails_feed.unread" | "publisher.unauthorized" | "credential.action_required" | "member.joined" | "organisation.acted_for" | "sign_up.waiting" | "webhook_subscription.failed";
            /** @enum {string} */
            status: "success" | "error" | "warning" | "info";
            /** @description Whether you have read it */
            read: boolean;
            /** @description Whether anybody in your organisation has acknowledged it */
            acknowledged: boolean;
            /** @description The message, shortened to 200 characters */
            messagePreview: string | null;
            /** @description What happened, and what to do about it */
            message: string;
            resourceType: string;
            resourceId: string;
            campaignId: string | null;
            /** @description The path of a page to open on this installation; null if there is none */
            actionUrl: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        NotificationMarked: {
            /** @constant */
            success: true;
            notificationId: string;
        };
        OAuthAuthorizeResponse: {
            /** Format: uri */
            authorizeUrl: string;
            /**
             * Format: uri
             * @description The same as authorizeUrl
             */
            authorizationUrl: string;
            /** @description Valid once, for ten minutes */
            state: string;
            agentId: string;
            agentName: string;
        };
        Offering: {
            offeringId: string;
            catalogId: string;
            title: string;
            description: string | null;
            price: number | null;
            currency: string | null;
            landingUrl: string | null;
            /** @constant */
            status: "ACTIVE";
            /** @description The complete item, if it came from a sync or a feed */
            item?: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        OfferingChange: {
            title?: string;
            description?: string | null;
            /** @description In major units of the currency */
            price?: number | null;
            currency?: string | null;
            /** Format: uri */
            landingUrl?: string | null;
        };
        OrganisationArchive: {
            id: string;
            /** @enum {string} */
            status: "PREPARING" | "READY" | "FAILED" | "EXPIRED";
            requestedByUserId: number | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            readyAt: string | null;
            /**
             * Format: date-time
             * @description When the file is deleted; an archive that is still PREPARING is given up then
             */
            expiresAt: string;
            bytes: number | null;
            sha256: string | null;
            /** @description Needs no key, and works for at least ten minutes: get the archive again for a new one. Null unless READY */
            downloadUrl: string | null;
            /** Format: date-time */
            downloadUrlExpiresAt: string | null;
        };
        OrganisationConfirmed: {
            /**
             * @description waiting: an operator decides, and you are notified by email
             * @enum {string}
             */
            status: "opened" | "waiting";
            /** @description Your organisation */
            customerId: number | null;
            /** @description Its first API key, shown only once; null while you wait */
            apiKey: string | null;
        };
        OrganisationRequested: {
            /** @constant */
            status: "check_mail";
        };
        PacingPeriods: {
            /** @enum {string} */
            mode: "weight" | "budget";
            periods: {
                label: string;
                /**
                 * Format: date
                 * @description The first day, in UTC
                 */
                start: string;
                /**
                 * Format: date
                 * @description The last day, inclusive
                 */
                end: string;
                weight?: number;
                budget?: number;
            }[];
        };
        Package: {
            packageId: string;
            sellerPackageId: string | null;
            /** @enum {string} */
            status: "active" | "paused" | "canceled";
            /** @description The pacing period it covers, if the campaign has periods */
            pacingPeriod?: {
                /** @description The number of the campaign's pacing period, from 1 */
                index: number;
                label: string;
            };
            productId: string;
            productIds: string[];
            productName: string;
            pricingOptionId: string;
            pricingModel: string;
            budget: number;
            budgetCurrency: string;
            bidPrice: number | null;
            /** @enum {string} */
            pacing: "even" | "asap" | "front_loaded";
            /** Format: date-time */
            startTime: string;
            /** Format: date-time */
            endTime: string;
            delivery: {
                impressions: number;
                spend: number;
                clicks: number;
            };
        };
        PackageReporting: {
            packageId: string;
            productId: string | null;
            productName: string | null;
            /** @description Null if there are several currencies: `totalsByCurrency` then has a total for each */
            currency: string | null;
            totals: components["schemas"]["ReportingMetrics"];
            /** @description The same as totals, under the name that newer clients use */
            metrics: components["schemas"]["ReportingMetrics"];
            /** @description Only if there are several currencies */
            totalsByCurrency?: components["schemas"]["ReportingCurrencyTotals"][];
        };
        Passkey: {
            id: string;
            name: string;
            /** @description Whether it is synced between your devices */
            synced: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
        };
        PasskeyName: {
            /** @description Your name for it, such as the device it is on */
            name: string;
        };
        /** @description PublicKeyCredentialCreationOptionsJSON of Web Authentication; valid once, for ten minutes */
        PasskeyOptions: {
            [key: string]: unknown;
        };
        PerformanceConfig: {
            optimizationGoals: ({
                /** @constant */
                kind: "event";
                eventSources: {
                    eventSourceId: string;
                    eventType: string;
                    customEventName?: string;
                    valueField?: string;
                    /** @default 1 */
                    valueFactor: number;
                }[];
                target?: {
                    /** @constant */
                    kind: "cost_per";
                    value: number;
                } | {
                    /** @constant */
                    kind: "per_ad_spend";
                    value: number;
                } | {
                    /** @constant */
                    kind: "maximize_value";
                };
                attributionWindow?: {
                    postClick: {
                        interval: number;
                        /** @enum {string} */
                        unit: "minutes" | "hours" | "days" | "campaign";
                    };
                    postView?: {
                        interval: number;
                        /** @enum {string} */
                        unit: "minutes" | "hours" | "days" | "campaign";
                    };
                };
                /** @description 1 is the highest priority */
                priority?: number;
            } | {
                /** @constant */
                kind: "metric";
                /** @enum {string} */
                metric: "clicks" | "views" | "completed_views" | "viewed_seconds" | "attention_seconds" | "attention_score" | "engagements" | "follows" | "saves" | "profile_visits" | "reach";
                viewDurationSeconds?: number;
                target?: {
                    /** @constant */
                    kind: "cost_per";
                    value: number;
                } | {
                    /** @constant */
                    kind: "threshold_rate";
                    value: number;
                };
                /** @description 1 is the highest priority */
                priority?: number;
            })[];
        };
        PerformanceConfigInput: {
            optimizationGoals: ({
                /** @constant */
                kind: "event";
                eventSources: {
                    eventSourceId: string;
                    eventType: string;
                    customEventName?: string;
                    valueField?: string;
                    /** @default 1 */
                    valueFactor?: number;
                }[];
                target?: {
                    /** @constant */
                    kind: "cost_per";
                    value: number;
                } | {
                    /** @constant */
                    kind: "per_ad_spend";
                    value: number;
                } | {
                    /** @constant */
                    kind: "maximize_value";
                };
                attributionWindow?: {
                    postClick: {
                        interval: number;
                        /** @enum {string} */
                        unit: "minutes" | "hours" | "days" | "campaign";
                    };
                    postView?: {
                        interval: number;
                        /** @enum {string} */
                        unit: "minutes" | "hours" | "days" | "campaign";
                    };
                };
                /** @description 1 is the highest priority */
                priority?: number;
            } | {
                /** @constant */
                kind: "metric";
                /** @enum {string} */
                metric: "clicks" | "views" | "completed_views" | "viewed_seconds" | "attention_seconds" | "attention_score" | "engagements" | "follows" | "saves" | "profile_visits" | "reach";
                viewDurationSeconds?: number;
                target?: {
                    /** @constant */
                    kind: "cost_per";
                    value: number;
                } | {
                    /** @constant */
                    kind: "threshold_rate";
                    value: number;
                };
                /** @description 1 is the highest priority */
                priority?: number;
            })[];
        };
        ReadAllNotifications: {
            /** @description Only those about this advertiser */
            brandAgentId?: number | string;
        };
        RegisteredCredential: {
            /** @description A decimal number, as a string */
            id: string;
            accountIdentifier: string;
            /** @enum {string} */
            accountType: "CLIENT" | "MARKETPLACE";
            /** @enum {string} */
            status: "PENDING" | "ACTIVE";
            registeredBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Present while the credential waits for your consent */
            oauth?: {
                /**
                 * Format: uri
                 * @description Open it in a browser, and consent
                 */
                authorizationUrl: string;
                storefrontId: number;
                sourceId: string;
                sourceName: string;
            };
        };
        RegisteredSourceAccount: {
            /** @description The credential's id: a decimal number, as a string */
            id: string;
            accountIdentifier: string;
            /** @enum {string} */
            status: "PENDING" | "ACTIVE";
            registeredBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Present while the account waits for your consent */
            oauth?: {
                /** Format: uri */
                authorizationUrl: string;
                storefrontId: number;
                sourceId: string;
                sourceName: string;
            };
            /** @description The status of the link to the advertiser; null if no advertiserId was sent */
            linkId: string | null;
        };
        RemoveProducts: {
            productIds: string[];
        };
        ReportingCurrencyTotals: {
            currency: string;
            impressions: number;
            /** @description In major units of `currency`; null if there are several currencies, which are never added */
            spend: number | null;
            clicks: number;
            /** @description Viewable impressions */
            views: number;
            completedViews: number;
            conversions: number;
            /** @description The value of the conversions, in `currency`, as sellers report it; null if there are several currencies */
            conversionValue: number | null;
            /** @description Always 0: no seller reports them yet */
            leads: number;
            /** @description The same as completedViews */
            videoCompletions: number;
            /** @description spend × 1000 / impressions, to 6 decimals; null if it would divide by zero */
            ecpm: number | null;
            /** @description spend / clicks, to 6 decimals; null if it would divide by zero */
            cpc: number | null;
            /** @description clicks / impressions, to 6 decimals; null if it would divide by zero */
            ctr: number | null;
            /** @description completedViews / impressions, to 6 decimals; null if it would divide by zero */
            completionRate: number | null;
            /** @description spend / conversions, to 6 decimals; null if it would divide by zero */
            cpa: number | null;
            /** @description conversionValue / spend, to 6 decimals; null if it would divide by zero */
            roas: number | null;
        };
        ReportingDownload: {
            /**
             * Format: uri
             * @description Needs no key; anybody who has the URL can download the report until it expires
             */
            downloadUrl: string;
            /** Format: date-time */
            expiresAt: string;
            fileName: string;
            /** @description How many rows the file would have now, without its header */
            rowCount: number;
        };
        ReportingFreshness: {
            /**
             * Format: date
             * @description The last day for which anything has been reported
             */
            deliveredThrough: string | null;
            /**
             * Format: date-time
             * @description When the newest of the figures arrived
             */
            reportedAt: string | null;
            /** @description Whether the figures are final */
            final: boolean;
        };
        ReportingMetrics: {
            impressions: number;
            /** @description In major units of `currency`; null if there are several currencies, which are never added */
            spend: number | null;
            clicks: number;
            /** @description Viewable impressions */
            views: number;
            completedViews: number;
            conversions: number;
            /** @description The value of the conversions, in `currency`, as sellers report it; null if there are several currencies */
            conversionValue: number | null;
            /** @description Always 0: no seller reports them yet */
            leads: number;
            /** @description The same as completedViews */
            videoCompletions: number;
            /** @description spend × 1000 / impressions, to 6 decimals; null if it would divide by zero */
            ecpm: number | null;
            /** @description spend / clicks, to 6 decimals; null if it would divide by zero */
            cpc: number | null;
            /** @description clicks / impressions, to 6 decimals; null if it would divide by zero */
            ctr: number | null;
            /** @description completedViews / impressions, to 6 decimals; null if it would divide by zero */
            completionRate: number | null;
            /** @description spend / conversions, to 6 decimals; null if it would divide by zero */
            cpa: number | null;
            /** @description conversionValue / spend, to 6 decimals; null if it would divide by zero */
            roas: number | null;
        };
        ReportingSummary: {
            advertisers: components["schemas"]["AdvertiserReporting"][];
            /** @description Null if there are several currencies: `totalsByCurrency` then has a total for each */
            currency: string | null;
            totals: components["schemas"]["ReportingMetrics"];
            /** @description The same as totals, under the name that newer clients use */
            metrics: components["schemas"]["ReportingMetrics"];
            /** @description Only if there are several currencies */
            totalsByCurrency?: components["schemas"]["ReportingCurrencyTotals"][];
            /** @description Whether the figures are made up */
            demo: boolean;
            /** @description The same as currency */
            totalsCurrency: string | null;
            /** Format: date */
            periodStart: string;
            /** Format: date */
            periodEnd: string;
            /** @description The time zone of the days: the sellers', or UTC; null if sellers differ */
            timeZone: string | null;
            /** @description The time zones of the days that are counted */
            timeZones: string[];
            freshness: components["schemas"]["ReportingFreshness"];
        };
        ReportingTimeseries: {
            timeseries: components["schemas"]["ReportingTimeseriesRow"][];
            /** @description Null if there are several currencies: `totalsByCurrency` then has a total for each */
            currency: string | null;
            totals: components["schemas"]["ReportingMetrics"];
            /** @description The same as totals, under the name that newer clients use */
            metrics: components["schemas"]["ReportingMetrics"];
            /** @description Only if there are several currencies */
            totalsByCurrency?: components["schemas"]["ReportingCurrencyTotals"][];
            /** @description Whether the figures are made up */
            demo: boolean;
            /** @description The same as currency */
            totalsCurrency: string | null;
            /** Format: date */
            periodStart: string;
            /** Format: date */
            periodEnd: string;
            /** @description The time zone of the days: the sellers', or UTC; null if sellers differ */
            timeZone: string | null;
            /** @description The time zones of the days that are counted */
            timeZones: string[];
            freshness: components["schemas"]["ReportingFreshness"];
        };
        ReportingTimeseriesRow: {
            /** Format: date */
            date: string;
            advertiserId: string;
            advertiserName: string;
            campaignId: string;
            campaignName: string;
            mediaBuyId: string;
            mediaBuyName: string;
            mediaBuyStatus: string;
            sellerName: string;
            packageId: string;
            productId: string;
            productName: string;
            currency: string | null;
            metrics: components["schemas"]["ReportingMetrics"];
        };
        ResolveBrand: {
            /** @description The brand's domain, or a URL on it */
            domain: string;
        };
        ResolvedBrand: {
            resolved: boolean;
            domain: string;
            brandName?: string;
            logoUrl?: string | null;
            /** @description The background that the logo is made for: `dark-bg`, `light-bg` */
            logoBackground?: string | null;
            /** @description The URL it was read from */
            manifestUrl?: string;
            manifest?: {
                name: string;
            } & {
                [key: string]: unknown;
            };
            /** @description Set if the data is a registry's, not the brand's own */
            registryEntry?: {
                [key: string]: unknown;
            } | null;
            /** @description Who may currently act for the brand */
            authorizedOperators?: {
                domain: string;
                brands: string[];
                countries?: string[];
                scopes?: string[];
                /** Format: date-time */
                valid_from?: string;
                /** Format: date-time */
                valid_until?: string;
            }[];
            /** @description True if the domain belongs to a house itself, not to one of its brands */
            houseBrand?: boolean;
            warning?: string;
            /** @description Where we looked, and what was found */
            error?: string;
            /** @description A registry in which the brand can be entered; only if one is configured */
            builderUrl?: string;
        };
        SaidChip: {
            /** @enum {string} */
            kind: "topic" | "audience" | "channel" | "format" | "property" | "country" | "region" | "language" | "season" | "date" | "maxCpm" | "currency" | "budget" | "cheap";
            value: string;
            concept?: string;
            negated?: boolean;
            certainty?: number;
            currency?: string;
        };
        SalesAgent: {
            agentId: string;
            /** @constant */
            type: "SALES";
            name: string;
            description: string | null;
            /** @description Empty if you reach it through storefronts, with this API */
            endpointUrl: string;
            /** @enum {string} */
            protocol: "MCP" | "A2A";
            /** @enum {string} */
            authenticationType: "API_KEY" | "NO_AUTH" | "JWT" | "OAUTH" | "BASIC_AUTH";
            /** @description Whether each buyer brings their own credential */
            requiresOperatorAuth: boolean;
            /**
             * @description explicit_account_id: choose one of the accounts it lists; implicit_from_sync: it recognises you by your brand
             * @enum {string}
             */
            accountResolution: "explicit_account_id" | "implicit_from_sync";
            /** @enum {string} */
            status: "ACTIVE" | "COMING_SOON";
            /** @constant */
            relationship: "MARKETPLACE";
            /** @description Your own accounts */
            customerAccounts: {
                accountIdentifier: string;
                /** @enum {string} */
                status: "PENDING" | "ACTIVE";
            }[];
            /** @description Whether you still have to register before you can buy */
            requiresAccount: boolean;
            /** @description Its seller has provided a credential that is used for all buyers */
            authConfigured: boolean;
            billingOptions: {
                default: string | null;
                supported: string[];
            } | null;
            capabilities?: components["schemas"]["SalesAgentCapabilities"];
            /** Format: date-time */
            createdAt: string;
        };
        SalesAgentAccount: {
            /** @description Your name for the account; required, and unique at the agent */
            accountIdentifier?: string;
            auth?: ({
                /** @enum {string} */
                type: "api_key" | "apikey" | "bearer";
                token: string;
            } | {
                /** @constant */
                type: "basic";
                username: string;
                password: string;
            } | {
                /** @constant */
                type: "jwt";
                privateKey: string;
                issuer: string;
                subject: string;
                keyId: string;
                scope: string;
                /** Format: uri */
                tokenEndpointUrl: string;
                /** Format: uri */
                audienceUrl: string;
                /** @enum {string} */
                algorithm?: "ES256" | "RS256";
                environment?: string;
            }) | {
                [key: string]: unknown;
            };
            /**
             * @description Only for administrators of the platform
             * @default false
             */
            marketplaceAccount?: boolean;
            /** @description One of your own advertisers. The account belongs to your organisation; link it with POST /advertisers/{advertiserId}/accounts */
            advertiserId?: number | string;
        };
        SalesAgentCapabilities: {
            /** @description The newest AdCP release that it supports */
            version: string | null;
            protocols: string[];
            extensions: string[];
            features: {
                [key: string]: unknown;
            };
            accounts: {
                requireOperatorAuth: boolean;
                defaultBilling: string | null;
                supportedBillings: string[];
            };
            publisherDomains: string[];
            channels: string[];
            /** Format: date-time */
            lastUpdated: string | null;
        };
        SalesAgentCredential: {
            id: string;
            agentId: string;
            /** @description The agent's id if it is no longer behind any storefront that you can see */
            agentName: string;
            accountIdentifier: string;
            /** @enum {string} */
            accountType: "CLIENT" | "MARKETPLACE";
            /** @enum {string} */
            status: "PENDING" | "ACTIVE";
            registeredBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SandboxClock: {
            /**
             * Format: date-time
             * @description The organisation's current time
             */
            now: string;
            /** Format: date-time */
            wallTime: string;
            /** @description How far the organisation's clock is ahead of real time */
            aheadSeconds: number;
        };
        Selection: {
            productId: string;
            name: string;
            salesAgentId: string;
            salesAgentName: string;
            storefrontId?: string;
            storefrontName?: string;
            groupId: string;
            groupName: string;
            pricingOptionId: string;
            pricingModel?: string;
            currency?: string;
            bidPrice?: number;
            /** @description An older name of `bidPrice` */
            cpm?: number;
            budget?: number;
            /** Format: date-time */
            selectedAt: string;
        };
        Selections: {
            discoveryId: string;
            products: components["schemas"]["Selection"][];
            totalProducts: number;
            budgetContext: components["schemas"]["BudgetContext"];
            /** @description Whether an executable campaign takes its products from this session */
            campaignBound: boolean;
            campaignWarning?: string;
        };
        Session: {
            id: string;
            /** @description Whether it is the current session */
            current: boolean;
            /**
             * @description How you signed in
             * @enum {string}
             */
            method: "mail_link" | "set_up" | "provider" | "passkey";
            /** @description The browser's name for itself */
            userAgent: string | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description May be up to five minutes behind
             */
            lastSeenAt: string;
            /**
             * Format: date-time
             * @description Twelve hours after its last use, and at most thirty days after it began
             */
            endsAt: string;
        };
        SignIn: {
            /** Format: email */
            email: string;
            /**
             * @description The language of the email, a BCP-47 tag
             * @default en
             */
            language?: string;
            /** @description The page to open after sign-in, below /console */
            next?: string;
        };
        SignInDomain: {
            domain: string;
            /** @description Whether addresses at this domain can sign in with your provider */
            verified: boolean;
            /** @description The DNS record that proves it; do not remove it */
            challenge: {
                /** @constant */
                recordType: "TXT";
                recordName: string;
                recordValue: string;
            };
        };
        SignInDomainBody: {
            domain: string;
        };
        SignInDomainProof: {
            domain: string;
            /** @description Whether addresses at this domain can sign in with your provider */
            verified: boolean;
            /** @description The DNS record that proves it; do not remove it */
            challenge: {
                /** @constant */
                recordType: "TXT";
                recordName: string;
                recordValue: string;
            };
            /** @description What was looked for, and what was found */
            details: string;
        };
        SignInRequested: {
            /** @constant */
            status: "check_mail";
        };
        Signal: {
            id: number;
            signalId: string;
            adcpAgentId: string | null;
            name: string;
            description: string | null;
            /** @description Always empty: AdCP agents do not say by which keys they identify people */
            keyType: string[];
            regions: string[] | null;
            metadata: {
                [key: string]: unknown;
            } | null;
            isLive: boolean;
            /** Format: date-time */
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            access: {
                id: number;
                signalId: string;
                /** @description Null: every advertiser */
                advertiserId: string | null;
                /** @constant */
                visibility: "PUBLIC";
                price: {
                    pricing_option_id: string;
                    pricing_model: string;
                    currency: string | null;
                    cpm: number | null;
                } | null;
            }[];
        };
        SignedIn: {
            /** @description Your organisation */
            customerId: number;
            userId: number;
            /** @description Your organisation's first API key, or yours if you were invited: shown only once. Null if you already have one, or are still waiting */
            apiKey: string | null;
        };
        SourceAccountRegistration: {
            /** @description Required: the account's identifier at the source, unique among your accounts at its agent */
            accountIdentifier?: string;
            /** @description As in POST /storefronts/{storefrontId}/sources/{sourceId}/credentials */
            auth?: {
                type?: string;
            } & {
                [key: string]: unknown;
            };
            /** @description Accepted from older clients, and ignored */
            accountType?: string;
            /** @description The advertiser that will buy under the account */
            advertiserId?: number | string;
        };
        StartAgentAccountOAuth: {
            /** @description Your name for the account; by default oauth_<your customer id> */
            accountIdentifier?: string;
            /**
             * Format: uri
             * @description Where to send the code, instead of to us; then pass it to POST /agents/{agentId}/oauth/callback
             */
            redirectUri?: string;
            /**
             * Format: uri
             * @description The origin of the page that opens the window: only that origin receives postMessage when the consent is complete
             */
            openerOrigin?: string;
        };
        StorefrontConnection: {
            storefront: {
                id: string;
                platformId: string;
                name: string;
                publisherDomain: string | null;
                brandName: string | null;
                logoUrl: string | null;
                logoBackground: string | null;
                description: string | null;
                channels: string[];
                regions: string[];
                website: string | null;
                providerType: string;
                providerDisplayName: string;
                /** @enum {string} */
                sourceKind: "sales" | "creative";
                /** @description BYOK: each buyer connects it for itself */
                credentialMode: "BYOK" | null;
                /** @constant */
                routingMode: "ADAPTER";
                agentSources: {
                    sourceId: string;
                    name: string;
                }[];
            };
            /** @enum {string} */
            status: "not_connected" | "connected" | "needs_account_selection" | "error";
            authModes: ("oauth" | "bearer")[];
            /** @description What the installation's operator has to do first */
            setupRequired: {
                /** @constant */
                code: "oauth_client_not_configured";
                message: string;
            } | null;
            accountCount: number;
            mappedAdvertiserCount: number;
            featurePolicy: components["schemas"]["StorefrontConnectionFeaturePolicy"];
            connection: {
                id: string;
                storefrontId: string;
                customerId: number;
                /** @constant */
                kind: "adapter";
                /** @enum {string} */
                ownerKind: "operator" | "buyer";
                providerType: string;
                /** @enum {string} */
                sourceKind: "sales" | "creative";
                /** @enum {string} */
                status: "PENDING" | "CONNECTED" | "ERROR";
                /** @description What is wrong, and what to do */
                statusReason: string | null;
                metadata: {
                    [key: string]: unknown;
                };
                createdBy: string | null;
                connectedBy: string | null;
                /**
                 * Format: date-time
                 * @description The consent expires then in any event: connect again before that
                 */
                reauthoriseBy: string | null;
                /** @description Permissions that are needed and were not granted */
                missingScopes: string[];
                archivedAt: null;
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                updatedAt: string;
            } | null;
            credential: {
                id: string;
                connectionId: string;
                /** @enum {string} */
                credentialKind: "OAUTH" | "BEARER";
                scopes: string[];
                /** Format: date-time */
                expiresAt: string | null;
                /** Format: date-time */
                lastRefreshedAt: string | null;
                /** @enum {string} */
                status: "PENDING" | "ACTIVE" | "REVOKED";
            } | null;
        };
        StorefrontConnectionAccount: {
            id: string;
            connectionId: string;
            credentialId: string | null;
            externalAccountId: string;
            name: string | null;
            advertiser: string | null;
            currency: string | null;
            timeZone: string | null;
            /** @enum {string} */
            status: "PENDING" | "ACTIVE" | "DISABLED" | "ERROR";
            /** @enum {string} */
            providerStatus: "active" | "pending_approval" | "payment_required" | "rejected" | "suspended" | "closed";
            providerRawStatus: string | null;
            /** @description organization rows group others; they cannot be assigned or bought under */
            accountType: string;
            parentExternalId: string | null;
            parentName: string | null;
            isTest: boolean;
            isDefault: boolean;
            isSelected: boolean;
            /** Format: date-time */
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            mappedAdvertisers: {
                linkId: string;
                sourceId: string;
                sourceName: string;
                agentId: string;
                advertiserId: string | null;
                advertiserName: string | null;
                /** @description For a seller's connection: the brand that buys under the account */
                brandDomain: string | null;
                unreachableAt: null;
                /** Format: date-time */
                linkedAt: string;
                /** Format: date-time */
                updatedAt: string;
            }[];
        };
        StorefrontConnectionAccountFacts: {
            /** @description The minimum for a package, in the account's currency; null if none is stated */
            minimum: {
                amount: string;
                /** @enum {string} */
                per: "day" | "flight";
            } | null;
            /** @description For single products of the platform, instead of the minimum for all */
            minimums: {
                [key: string]: {
                    amount: string;
                    /** @enum {string} */
                    per: "day" | "flight";
                };
            };
            /** @description Where it sells; empty if the platform sells wherever its account does */
            countries: string[];
            /** @description The identities that ads can be published under; the first is the default */
            identities: {
                id: string;
                name: string;
            }[];
            /** @description Products of the platform that the account cannot buy, and why */
            withheld: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description Null until the platform has been asked
             */
            asOf: string | null;
        };
        StorefrontConnectionAccountMapping: {
            id: string;
            connectionId: string;
            accountId: string;
            sourceId: string;
            sourceName: string;
            agentId: string;
            providerType: string;
            providerDisplayName: string;
            connectionName: string;
            accountName: string;
            externalAccountId: string;
            selected: boolean;
            /** @enum {string} */
            status: "PENDING" | "ACTIVE" | "DISABLED" | "ERROR";
            accountType: string | null;
            parentExternalId: string | null;
            parentName: string | null;
            mappedAdvertisers: {
                linkId: string;
                sourceId: string;
                sourceName: string;
                agentId: string;
                advertiserId: string | null;
                advertiserName: string | null;
                /** @description For a seller's connection: the brand that buys under the account */
                brandDomain: string | null;
                unreachableAt: null;
                /** Format: date-time */
                linkedAt: string;
                /** Format: date-time */
                updatedAt: string;
            }[];
            /** Format: date-time */
            updatedAt: string;
        };
        StorefrontConnectionFeaturePolicy: {
            buyEnabled: boolean;
            eventsEnabled: boolean;
            feedsEnabled: boolean;
            /** Format: date-time */
            updatedAt: string | null;
        };
        StorefrontConnectionHandoff: {
            /** @description Open it in a browser: a page of this server that leads to the platform's consent, or asks for its key */
            connectionUrl: string;
            authModes: ("oauth" | "bearer")[];
            /** @enum {string} */
            preferredAuthMode: "oauth" | "bearer";
            storefront: {
                id: string;
                platformId: string;
                name: string;
                publisherDomain: string | null;
                brandName: string | null;
                logoUrl: string | null;
                logoBackground: string | null;
                description: string | null;
                channels: string[];
                regions: string[];
                website: string | null;
                providerType: string;
                providerDisplayName: string;
                /** @enum {string} */
                sourceKind: "sales" | "creative";
                /** @description BYOK: each buyer connects it for itself */
                credentialMode: "BYOK" | null;
                /** @constant */
                routingMode: "ADAPTER";
                agentSources: {
                    sourceId: string;
                    name: string;
                }[];
            };
            connection: {
                id: string;
                storefrontId: string;
                customerId: number;
                /** @constant */
                kind: "adapter";
                /** @enum {string} */
                ownerKind: "operator" | "buyer";
                providerType: string;
                /** @enum {string} */
                sourceKind: "sales" | "creative";
                /** @enum {string} */
                status: "PENDING" | "CONNECTED" | "ERROR";
                /** @description What is wrong, and what to do */
                statusReason: string | null;
                metadata: {
                    [key: string]: unknown;
                };
                createdBy: string | null;
                connectedBy: string | null;
                /**
                 * Format: date-time
                 * @description The consent expires then in any event: connect again before that
                 */
                reauthoriseBy: string | null;
                /** @description Permissions that are needed and were not granted */
                missingScopes: string[];
                archivedAt: null;
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                updatedAt: string;
            } | null;
        };
        StorefrontInterest: {
            /** @description Storefronts that you can see */
            storefrontIds?: (number | string)[];
            /** @description What you would like to buy, from whom, and when */
            notes?: string;
        };
        StorefrontInterestStatus: {
            submitted: boolean;
            /** Format: date-time */
            submittedAt: string | null;
        };
        SwitchAccount: {
            customerId: number | string;
        };
        SyncCatalogs: {
            /** @description The sales agents to send the catalogs to, by agentId */
            partnerIds?: string[];
            /** @description With partnerIds: which catalogs to send; by default all of the advertiser's */
            catalogIds?: (number | string)[];
            account?: {
                /** @description The advertiser in the path */
                account_id: number | string;
            };
            catalogs?: components["schemas"]["CatalogToSync"][];
            /** @description Only these of `catalogs` are processed */
            catalog_ids?: string[];
            /**
             * @description Archives every synced catalog that is not in `catalogs`
             * @default false
             */
            delete_missing?: boolean;
            /**
             * @description Reports what would be done, without doing it
             * @default false
             */
            dry_run?: boolean;
            /**
             * @description strict: a single error stops everything; lenient: valid entries are processed
             * @default strict
             * @enum {string}
             */
            validation_mode?: "strict" | "lenient";
        };
        SyncEventSources: {
            account: {
                /** @description The advertiser in the path */
                account_id: number | string;
            };
            event_sources: {
                /** @description Your own id; an existing source with this id is replaced */
                event_source_id: string;
                /** @description By default, the id */
                name?: string;
                /** @description By default, every type */
                event_types?: components["schemas"]["EventType"][];
                /** @description The domains, with subdomains, from which its website events may come; by default, any */
                allowed_domains?: string[];
                integration_platform?: string;
                /** @description Stored for whoever builds the feed; events arrive in our own fields */
                mapping?: {
                    eventIdField?: string;
                    eventTypeField?: string;
                    eventTimeField?: string;
                    userMatchFields?: string[];
                    valueField?: string;
                    currencyField?: string;
                    orderIdField?: string;
                    contentIdsField?: string;
                    consentField?: string;
                    dedupeStrategy?: string;
                    notes?: string;
                };
                test_event_code?: string;
            }[];
            /**
             * @description Archives every source of the advertiser that is not listed here
             * @default false
             */
            delete_missing?: boolean;
        };
        TermsAcceptance: {
            /** @constant */
            accepted: true;
            version: string;
            /** Format: date-time */
            acceptedAt: string;
        };
        TestCohort: {
            id: string;
            advertiserId: string;
            name: string;
            cohortType: string;
            /** @enum {string} */
            role: "TREATMENT" | "CONTROL" | "OBSERVATION";
            /** @description In people */
            estimatedSize?: number;
            isActive: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            description?: string;
            definition: components["schemas"]["CohortDefinition"];
        };
        TestCohortChange: {
            name?: string;
            description?: string | null;
            /** @description Your own name for its kind, such as `geographic` */
            cohortType?: string;
            /** @enum {string} */
            role?: "TREATMENT" | "CONTROL" | "OBSERVATION";
            /** @description Replaced as a whole */
            definition?: components["schemas"]["CohortDefinition"];
            /** @description In people */
            estimatedSize?: number | null;
            /** @description False takes the cohort out of use and keeps it */
            isActive?: boolean;
        };
        TestCohortSummary: {
            id: string;
            advertiserId: string;
            name: string;
            cohortType: string;
            /** @enum {string} */
            role: "TREATMENT" | "CONTROL" | "OBSERVATION";
            /** @description In people */
            estimatedSize?: number;
            isActive: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpcomingStorefront: {
            id: number;
            name: string;
            publisherDomain: string | null;
            /** @enum {string} */
            status: "UNCLAIMED" | "VERIFICATION" | "CONFIGURING" | "TESTING" | "TRANSACTING";
        };
        UpdateMediaBuy: {
            name?: string;
            /** @description For a media buy that is with its seller */
            packages?: {
                packageId: string;
                /** @description In major units of the package's currency */
                budget?: number;
                /** @enum {string} */
                pacing?: "even" | "asap" | "front_loaded";
                /** @description In the pricing option's currency and model */
                bidPrice?: number | null;
                /** Format: date-time */
                startTime?: string;
                /** Format: date-time */
                endTime?: string;
            }[];
            /** @description For a draft */
            products?: {
                productId: string;
                pricingOptionId?: string;
                /** @description For all packages of the product together */
                budget?: number;
                /** @enum {string} */
                pacing?: "even" | "asap" | "front_loaded";
                /** @description In the pricing option's currency and model */
                bidPrice?: number | null;
                /** @description Removes the product from the draft, and from the campaign's selection */
                remove?: boolean;
            }[];
            /** @description A date and time, or "asap" */
            startTime?: "asap" | string;
            /** Format: date-time */
            endTime?: string;
            reason?: string;
            /** @description Ignored: creatives belong to the campaign */
            creative_ids?: string[];
            /** @description Ignored: goals belong to the campaign */
            optimization_goals?: unknown[];
        };
        UploadUsage: {
            storage: {
                /** @description Files of deleted creatives count until they are erased, 30 days later */
                usedBytes: number;
                limitBytes: number;
                remainingBytes: number;
            };
            uploads: {
                /** @description Further uploads at the same time are refused with 429 */
                atOnce: number;
                /** @description Per request */
                files: number;
                fileBytes: number;
                /** @description All files of a request together */
                requestBytes: number;
            };
        };
        UserMatch: {
            uids?: {
                type: string;
                value: string;
            }[];
            /** @description SHA-256 of the email address, trimmed and in lower case */
            hashed_email?: string;
            /** @description SHA-256 of the phone number in E.164 */
            hashed_phone?: string;
            click_id?: string;
            /** @description The click identifier's type, such as gclid */
            click_id_type?: string;
            client_ip?: string;
            client_user_agent?: string;
            /** @description Refused: send hashed_email */
            email?: unknown;
            /** @description Refused: send hashed_phone */
            phone?: unknown;
            /** @description Refused: send hashed_phone */
            phone_number?: unknown;
            /** @description Refused: leave it out */
            name?: unknown;
            /** @description Refused: leave it out */
            first_name?: unknown;
            /** @description Refused: leave it out */
            last_name?: unknown;
            /** @description Refused: leave it out */
            address?: unknown;
            /** @description Refused: leave it out */
            date_of_birth?: unknown;
        };
        WebhookDelivery: {
            /** @description Also the message's webhook-id, the same for all attempts */
            id: string;
            subscriptionId: string;
            eventType: string;
            /**
             * @description pending: to be sent, or to be sent again
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed";
            attempts: number;
            /** @description The receiver's last status code; null if there was no answer */
            responseStatus: number | null;
            /** @description Why the last attempt failed */
            error: string | null;
            /** @description The content of the event */
            payload: unknown;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastAttemptAt: string | null;
            /** Format: date-time */
            nextAttemptAt: string | null;
        };
        WebhookReceived: {
            /** @constant */
            status: "received";
        };
        WebhookSubscription: {
            id: string;
            url: string;
            eventTypes: ("media_buy.status_changed" | "campaign.status_changed" | "delivery.updated" | "discovery.revision" | "media_buy.approval_requested" | "media_buy.approval_expired" | "media_buy.approved" | "media_buy.input_required" | "media_buy.source_rejected" | "media_buy.forward_failed" | "media_buy.settled" | "creative.review_requested" | "sponsored_buyer.approval_requested" | "storefront.listed" | "storefront.hidden" | "storefront.interest" | "storefront_link.requested" | "storefront_link.approved" | "storefront_link.rejected" | "storefront_link.cancelled" | "source.unreachable" | "source.held_back" | "work_item.opened" | "work_item.overdue" | "avails_feed.unread" | "publisher.unauthorized" | "credential.action_required" | "member.joined" | "organisation.acted_for" | "sign_up.waiting" | "webhook_subscription.failed")[];
            /**
             * @description inactive: the receiver answered 410. failed: it could not be reached for days. A test event that arrives makes it active again
             * @enum {string}
             */
            status: "active" | "inactive" | "failed";
            /** @description Failed attempts since the last success */
            failureCount: number;
            /** Format: date-time */
            lastSuccess: string | null;
            /** Format: date-time */
            lastFailure: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
    };
    responses: {
        /** @description ACCESS_DENIED */
        AccessDenied: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "ACCESS_DENIED";
                    };
                };
            };
        };
        /** @description ACCESS_DENIED, CUSTOMER_ROLE_DENIED, FORBIDDEN */
        "AccessDenied.CustomerRoleDenied.Forbidden": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "ACCESS_DENIED" | "CUSTOMER_ROLE_DENIED" | "FORBIDDEN";
                    };
                };
            };
        };
        /** @description ACCESS_DENIED, CUSTOMER_ROLE_DENIED, FORBIDDEN, TOS_ACCEPTANCE_REQUIRED */
        "AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "ACCESS_DENIED" | "CUSTOMER_ROLE_DENIED" | "FORBIDDEN" | "TOS_ACCEPTANCE_REQUIRED";
                    };
                };
            };
        };
        /** @description BAD_REQUEST */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "BAD_REQUEST";
                    };
                };
            };
        };
        /** @description BAD_REQUEST, CURRENCY_MISMATCH, INVALID_STATE, VALIDATION_ERROR */
        "BadRequest.CurrencyMismatch.InvalidState.ValidationError": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "BAD_REQUEST" | "CURRENCY_MISMATCH" | "INVALID_STATE" | "VALIDATION_ERROR";
                    };
                };
            };
        };
        /** @description BAD_REQUEST, INVALID_STATE, VALIDATION_ERROR */
        "BadRequest.InvalidState.ValidationError": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "BAD_REQUEST" | "INVALID_STATE" | "VALIDATION_ERROR";
                    };
                };
            };
        };
        /** @description BAD_REQUEST, VALIDATION_ERROR */
        "BadRequest.ValidationError": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "BAD_REQUEST" | "VALIDATION_ERROR";
                    };
                };
            };
        };
        /** @description CONFLICT, IDEMPOTENCY_CONFLICT, IDEMPOTENCY_IN_FLIGHT */
        "Conflict.IdempotencyConflict.IdempotencyInFlight": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "CONFLICT" | "IDEMPOTENCY_CONFLICT" | "IDEMPOTENCY_IN_FLIGHT";
                    };
                };
            };
        };
        /** @description CONFLICT, IDEMPOTENCY_CONFLICT, IDEMPOTENCY_IN_FLIGHT, INSUFFICIENT_MEDIA_BUDGET */
        "Conflict.IdempotencyConflict.IdempotencyInFlight.InsufficientMediaBudget": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "CONFLICT" | "IDEMPOTENCY_CONFLICT" | "IDEMPOTENCY_IN_FLIGHT" | "INSUFFICIENT_MEDIA_BUDGET";
                    };
                };
            };
        };
        /** @description CURRENCY_MISMATCH, INVALID_STATE, VALIDATION_ERROR */
        "CurrencyMismatch.InvalidState.ValidationError": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "CURRENCY_MISMATCH" | "INVALID_STATE" | "VALIDATION_ERROR";
                    };
                };
            };
        };
        /** @description CUSTOMER_ROLE_DENIED */
        CustomerRoleDenied: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "CUSTOMER_ROLE_DENIED";
                    };
                };
            };
        };
        /** @description CUSTOMER_ROLE_DENIED, FORBIDDEN */
        "CustomerRoleDenied.Forbidden": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "CUSTOMER_ROLE_DENIED" | "FORBIDDEN";
                    };
                };
            };
        };
        /** @description IDEMPOTENCY_CONFLICT, IDEMPOTENCY_IN_FLIGHT */
        "IdempotencyConflict.IdempotencyInFlight": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "IDEMPOTENCY_CONFLICT" | "IDEMPOTENCY_IN_FLIGHT";
                    };
                };
            };
        };
        /** @description INTERNAL_ERROR */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "INTERNAL_ERROR";
                    };
                };
            };
        };
        /** @description INVALID_STATE, VALIDATION_ERROR */
        "InvalidState.ValidationError": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "INVALID_STATE" | "VALIDATION_ERROR";
                    };
                };
            };
        };
        /** @description NOT_FOUND */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "NOT_FOUND";
                    };
                };
            };
        };
        /** @description PAYLOAD_TOO_LARGE */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
        };
        /** @description RATE_LIMITED */
        RateLimited: {
            headers: {
                /** @description Seconds */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "RATE_LIMITED";
                    };
                };
            };
        };
        /** @description SERVICE_UNAVAILABLE */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
        /** @description UNAUTHORIZED */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "UNAUTHORIZED";
                    };
                };
            };
        };
        /** @description VALIDATION_ERROR */
        ValidationError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "VALIDATION_ERROR";
                    };
                };
            };
        };
    };
    parameters: {
        /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createChildAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChildAccount"];
            };
        };
        responses: {
            /** @description Create a child organisation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CreatedChildAccount"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getCurrentAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the organisation that your key acts for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CurrentAccount"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listCustomerAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the organisations that you belong to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            accounts: components["schemas"]["Account"][];
                        };
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateCustomerDomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                customerId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerDomainChange"];
            };
        };
        responses: {
            /** @description Set your organisation's domain */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CustomerDomain"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    acceptTos: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description The version that you have read; by default the current one */
                    version?: string;
                };
            };
        };
        responses: {
            /** @description Accept the terms of service for your organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["TermsAcceptance"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your API keys or, as an administrator, all keys of your organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            apiKeys: components["schemas"]["ApiKey"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description Create an API key for yourself */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CreatedApiKey"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                apiKeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    switchAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchAccount"];
            };
        };
        responses: {
            /** @description Let your key act for another of your organisations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Account"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listAuditLogs: {
        parameters: {
            query?: {
                /** @description By default 50, at most 500 */
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                /** @description From this time on; a date begins at midnight UTC */
                startDate?: string;
                /** @description Up to this time; a date includes the whole day */
                endDate?: string;
                /** @description An advertiser, its campaigns, and what happened in them */
                advertiserId?: number | string;
                /** @description A campaign and what happened in it */
                campaignId?: string;
                /** @description ADVERTISER, CAMPAIGN, CREATIVE, MEDIA_BUY, STOREFRONT, INVENTORY_SOURCE and others, separated by commas */
                resourceTypes?: string[];
                resourceId?: string;
                /** @description A source, for storefronts */
                inventorySourceId?: string;
                actions?: ("CREATE" | "UPDATE" | "DELETE" | "ARCHIVE" | "EXECUTE" | "ACTIVATE" | "DEACTIVATE")[];
                outcome?: "succeeded" | "denied" | "failed";
                /** @description human: with a key or a browser; agent: through a connected application */
                actorOrigin?: "human" | "agent" | "autonomous" | "system";
                actorUserId?: number | string;
                actorUserEmail?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List who did what in your organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            logs: components["schemas"]["AuditLog"][];
                            total: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listBuyerAuditLogs: {
        parameters: {
            query?: {
                /** @description By default 50, at most 500 */
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                /** @description From this time on; a date begins at midnight UTC */
                startDate?: string;
                /** @description Up to this time; a date includes the whole day */
                endDate?: string;
                /** @description An advertiser, its campaigns, and what happened in them */
                advertiserId?: number | string;
                /** @description A campaign and what happened in it */
                campaignId?: string;
                /** @description ADVERTISER, CAMPAIGN, CREATIVE, MEDIA_BUY, STOREFRONT, INVENTORY_SOURCE and others, separated by commas */
                resourceTypes?: string[];
                resourceId?: string;
                /** @description A source, for storefronts */
                inventorySourceId?: string;
                actions?: ("CREATE" | "UPDATE" | "DELETE" | "ARCHIVE" | "EXECUTE" | "ACTIVATE" | "DEACTIVATE")[];
                outcome?: "succeeded" | "denied" | "failed";
                /** @description human: with a key or a browser; agent: through a connected application */
                actorOrigin?: "human" | "agent" | "autonomous" | "system";
                actorUserId?: number | string;
                actorUserEmail?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List who did what in your organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            logs: components["schemas"]["AuditLog"][];
                            total: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    verifyAuditLogs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Verify that the audit log is unchanged */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AuditLogVerification"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                /** @description The request's id, as in meta.requestId and x-request-id */
                requestId?: string;
                /** @description An operation's name, such as createCampaign */
                operation?: string;
                method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
                /** @description refused: with 4xx, because of the request; failed: with 5xx, because of the server */
                outcome?: "answered" | "refused" | "failed";
                apiKeyId?: string;
                /** @description The caller key of your storefront that was used, if a buyer on another system sent the request */
                callerKeyId?: string;
                applicationId?: string;
                /** @description Whether an operator sent it while acting for you */
                actingGrantId?: string;
                startDate?: string;
                endDate?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your organisation's recent requests and how they were answered, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            requests: components["schemas"]["LoggedRequest"][];
                            total: number;
                            /** @description How long they are kept; null if this installation keeps none */
                            keptDays: number | null;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getSandboxClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read your organisation's sandbox clock */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SandboxClock"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    advanceSandboxClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceSandboxClock"];
            };
        };
        responses: {
            /** @description Advance your organisation's sandbox clock */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AdvancedSandboxClock"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listWebhookSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your organisation's webhook subscriptions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            subscriptions: components["schemas"]["WebhookSubscription"][];
                        };
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createWebhookSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhookSubscription"];
            };
        };
        responses: {
            /** @description Subscribe a webhook to events */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            subscription: components["schemas"]["WebhookSubscription"];
                            /** @description Present if one was generated for you: shown only once */
                            secret: string | null;
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getWebhookSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a webhook subscription and the health of its receiver */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            subscription: components["schemas"]["WebhookSubscription"];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    deleteWebhookSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a webhook subscription */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            /** @constant */
                            success: true;
                            id: string;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List a webhook subscription's deliveries and their results */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            deliveries: components["schemas"]["WebhookDelivery"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Redeliver a webhook event, and see the result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            delivery: components["schemas"]["WebhookDelivery"];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    testWebhookSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send a test event, and see the result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            delivery: components["schemas"]["WebhookDelivery"];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    acknowledgeNotification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                notificationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Acknowledge a notification for your organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["NotificationMarked"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                unreadOnly?: boolean;
                /** @description The same as unreadOnly */
                unread?: boolean;
                /** @description By type or by event, separated by commas */
                types?: string[];
                status?: "success" | "error" | "warning" | "info";
                /** @description A campaign and its media buys */
                campaignId?: string;
                creativeId?: string;
                /** @description An advertiser, under its older name */
                brandAgentId?: number | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your organisation's notifications */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            notifications: components["schemas"]["Notification"][];
                            totalCount: number;
                            unreadCount: number;
                            hasMore: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    readAllNotifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReadAllNotifications"];
            };
        };
        responses: {
            /** @description Mark all notifications as read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            /** @constant */
                            success: true;
                            /** @description How many were unread */
                            count: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    readNotification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                notificationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mark a notification as read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["NotificationMarked"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    changeMemberRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                userId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberRole"];
            };
        };
        responses: {
            /** @description Change a member's role in your organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Member"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                userId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the members of your organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            members: components["schemas"]["Member"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List open invitations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            invitations: components["schemas"]["Invitation"][];
                            total: number;
                        };
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description Invite somebody to your organisation by email */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Invitation"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    confirmSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmSignIn"];
            };
        };
        responses: {
            /** @description Open the link of a sign-in email or an invitation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SignedIn"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Request a one-time sign-in link by email */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SignInRequested"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    endActing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                grantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listActingGrants: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the operators who acted for your organisation, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            grants: components["schemas"]["ActingGrant"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See who you are, and the organisations that you belong to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Me"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the browsers that you are signed in with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            sessions: components["schemas"]["Session"][];
                        };
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    beginPasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get what a browser needs to create a passkey */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["PasskeyOptions"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listPasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your passkeys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            passkeys: components["schemas"]["Passkey"][];
                        };
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createPasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description Register a passkey */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Passkey"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyName"];
            };
        };
        responses: {
            /** @description Rename a passkey */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Passkey"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    addSignInDomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDomainBody"];
            };
        };
        responses: {
            /** @description Add a domain to your identity provider */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SignInDomain"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getIdentityProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get your organisation's OpenID Connect provider and its domains */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["IdentityProviderSetting"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    setIdentityProvider: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityProviderBody"];
            };
        };
        responses: {
            /** @description Set your organisation's OpenID Connect provider */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["IdentityProviderSetting"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    removeIdentityProvider: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    removeSignInDomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    verifySignInDomain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                domain: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prove that a domain is yours */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SignInDomainProof"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    confirmOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmOrganisation"];
            };
        };
        responses: {
            /** @description Open the link of a sign-up email */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OrganisationConfirmed"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            403: components["responses"]["AccessDenied"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    requestOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrganisation"];
            };
        };
        responses: {
            /** @description Sign up: request an organisation that buys or sells */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OrganisationRequested"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            403: components["responses"]["AccessDenied"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    endConnectedApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listConnectedApplications: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the applications that act for you, or, as an administrator, for anybody in your organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            applications: components["schemas"]["ConnectedApplication"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                archiveId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get an archive of your organisation, with a link to download it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OrganisationArchive"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listArchives: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the archives of your organisation, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            archives: components["schemas"]["OrganisationArchive"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    requestArchive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request an archive of everything your organisation has here */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OrganisationArchive"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    deleteOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteOrganisation"];
            };
        };
        responses: {
            /** @description Delete your organisation, with everything that does not have to be kept */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["DeletedOrganisation"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    deletePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeletePerson"];
            };
        };
        responses: {
            /** @description Delete yourself from this installation, in every organisation */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["DeletedPerson"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    resolveBuyerBrand: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveBrand"];
            };
        };
        responses: {
            /** @description See which brand a domain belongs to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ResolvedBrand"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getConnectionAccountFacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: number | string;
                accountId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read what an account adds to its platform's products */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontConnectionAccountFacts"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listStorefrontConnectionAccountMappings: {
        parameters: {
            query?: {
                /** @description Part of the name of the storefront, the platform or the account, or the account's id */
                search?: string;
                provider?: string;
                advertiserId?: number | string;
                storefrontId?: number | string;
                /** @description unreachable: assigned, but the platform no longer lists the account or no longer accepts the consent */
                mappingStatus?: "all" | "mapped" | "unmapped" | "unreachable";
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the accounts of all your connections, with the advertiser or brand of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["StorefrontConnectionAccountMapping"][];
                            total: number;
                            hasMore: boolean;
                            nextOffset: number | null;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listStorefrontConnectionAccounts: {
        parameters: {
            query?: {
                /** @description Ask the platform again */
                refresh?: string;
            };
            header?: never;
            path: {
                connectionId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the accounts that a connection opens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["StorefrontConnectionAccount"][];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    mapStorefrontConnectionAccountToAdvertiser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                connectionId: number | string;
                accountId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionAccountMapping"];
            };
        };
        responses: {
            /** @description Assign an account to an advertiser or a brand */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontConnectionAccount"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    unmapStorefrontConnectionAccount: {
        parameters: {
            query?: {
                advertiserId?: number | string;
                brandDomain?: string;
            };
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                connectionId: number | string;
                accountId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove an advertiser or brand from an account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontConnectionAccount"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    selectStorefrontConnectionAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                connectionId: number | string;
                accountId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Choose an account of a connection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontConnectionAccount"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    connectStorefront: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                storefrontId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Connect a storefront's platform */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontConnectionHandoff"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listStorefrontConnections: {
        parameters: {
            query?: {
                storefrontId?: number | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the platform storefronts that you can connect, with their state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["StorefrontConnection"][];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    removeStorefrontConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                connectionId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disconnect a platform */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            /** @constant */
                            archived: true;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    setConnectionToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                connectionId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionToken"];
            };
        };
        responses: {
            /** @description Provide a token for a platform without OAuth consent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            connection: {
                                id: string;
                                storefrontId: string;
                                customerId: number;
                                /** @constant */
                                kind: "adapter";
                                /** @enum {string} */
                                ownerKind: "operator" | "buyer";
                                providerType: string;
                                /** @enum {string} */
                                sourceKind: "sales" | "creative";
                                /** @enum {string} */
                                status: "PENDING" | "CONNECTED" | "ERROR";
                                /** @description What is wrong, and what to do */
                                statusReason: string | null;
                                metadata: {
                                    [key: string]: unknown;
                                };
                                createdBy: string | null;
                                connectedBy: string | null;
                                /**
                                 * Format: date-time
                                 * @description The consent expires then in any event: connect again before that
                                 */
                                reauthoriseBy: string | null;
                                /** @description Permissions that are needed and were not granted */
                                missingScopes: string[];
                                archivedAt: null;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                updatedAt: string;
                            } | null;
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateStorefrontConnectionPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                storefrontId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectionPolicyChange"];
            };
        };
        responses: {
            /** @description Set which features of a connected platform are used */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontConnectionFeaturePolicy"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    discoverStorefronts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See which storefronts are live and which are coming soon */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["UpcomingStorefront"][];
                        };
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getStorefront: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                storefrontId: (number | string) | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a storefront with its sources and your accounts there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["BuyerStorefront"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listStorefronts: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                /** @description Part of the name, ignoring case */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the storefronts you can buy from */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["BuyerStorefrontSummary"][];
                            total: number;
                            hasMore: boolean;
                            nextOffset: number | null;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    rotateStorefrontCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                credentialId: number | string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CredentialRotation"];
            };
        };
        responses: {
            /** @description Rotate a credential, or rename its account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["BuyerCredential"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    deleteStorefrontCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                credentialId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listStorefrontCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your credentials with the sources that they open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["BuyerCredential"][];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    registerSourceCredentials: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                storefrontId: (number | string) | string;
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CredentialRegistration"];
            };
        };
        responses: {
            /** @description Register your credential at a source */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["RegisteredCredential"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSalesAgentCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your credentials by sales agent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SalesAgentCredential"][];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    registerSalesAgentAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SalesAgentAccount"];
            };
        };
        responses: {
            /** @description Register an account at a sales agent */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["RegisteredCredential"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    registerSalesAgentCredentials: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CredentialRegistration"];
            };
        };
        responses: {
            /** @description Register your credential at a sales agent */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["RegisteredCredential"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    completeAgentAccountOAuth: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description As each source of a storefront gives it */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentOAuthCallback"];
            };
        };
        responses: {
            /** @description Complete an OAuth consent without this server's browser page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AgentOAuthConnected"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    startAgentAccountOAuth: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description As each source of a storefront gives it */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StartAgentAccountOAuth"];
            };
        };
        responses: {
            /** @description Start the OAuth consent for a named account at an agent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OAuthAuthorizeResponse"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    startAgentOAuth: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description As each source of a storefront gives it */
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: uri
                     * @description Where to send the code, instead of to us; then pass it to POST /agents/{agentId}/oauth/callback
                     */
                    redirectUri?: string;
                    /**
                     * Format: uri
                     * @description The origin of the page that opens the window: only that origin receives postMessage when the consent is complete
                     */
                    openerOrigin?: string;
                };
            };
        };
        responses: {
            /** @description Start the OAuth consent for an agent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OAuthAuthorizeResponse"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSalesAgents: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                /** @description PENDING: agents that are not open yet */
                status?: "PENDING" | "ACTIVE";
                /** @description SELF finds none: buyers do not own agents here */
                relationship?: "SELF" | "MARKETPLACE";
                /** @description Part of the name, ignoring case */
                name?: string;
                /** @description Whether buyers register their own accounts */
                supportsRegistration?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the sales agents you can buy from: storefronts, and the agents behind them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["SalesAgent"][];
                            total: number;
                            hasMore: boolean;
                            nextOffset: number | null;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getStorefrontInterest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See the interest that you registered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontInterestStatus"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    submitStorefrontInterest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StorefrontInterest"];
            };
        };
        responses: {
            /** @description Register interest in storefronts that you would like to buy from */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontInterestStatus"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listSignals: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                /** @description The agent that issues it (adcpAgentId) */
                agentId?: string;
                /** @description PROPRIETARY finds none: signals here are available to every buyer */
                visibility?: "PUBLIC" | "PROPRIETARY";
                isLive?: boolean;
                /** @description Include those that their agent no longer lists */
                includeArchived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the audience signals of the storefronts you can reach */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["Signal"][];
                            total: number;
                            hasMore: boolean;
                            nextOffset: number | null;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listAdvertisers: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                status?: "ACTIVE" | "ARCHIVED" | "ALL";
                /** @description Part of the name, ignoring case */
                name?: string;
                sandbox?: boolean;
                /** @description Include the linked accounts of each advertiser */
                includeAccounts?: boolean;
                /** @description Include the brand of each advertiser */
                includeBrand?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List advertisers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            advertisers: components["schemas"]["ListedAdvertiser"][];
                            items: components["schemas"]["AdvertiserSummary"][];
                            total: number;
                            hasMore: boolean;
                            nextOffset: number | null;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createAdvertiser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAdvertiser"];
            };
        };
        responses: {
            /** @description Create an advertiser */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Advertiser"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAdvertiser: {
        parameters: {
            query?: {
                /** @description The brand is always included */
                includeBrand?: boolean;
            };
            header?: never;
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get an advertiser with its whole configuration */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Advertiser"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateAdvertiser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvertiserChange"];
            };
        };
        responses: {
            /** @description Update an advertiser in part or in full */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Advertiser"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteAdvertiser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    restoreAdvertiser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Restore an archived advertiser */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Advertiser"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listAdvertiserAccounts: {
        parameters: {
            query?: {
                storefrontId?: number | string;
                /** @description The source within the storefront */
                sourceId?: string;
                status?: "active" | "pending_approval" | "payment_required" | "suspended" | "closed" | "unreachable";
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the accounts assigned to an advertiser */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            accounts: components["schemas"]["AccountLinkSummary"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    assignAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkedAccountInput"];
            };
        };
        responses: {
            /** @description Assign an account at a source to an advertiser */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AccountLink"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAdvertiserAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                advertiserId: number | string;
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get an account assigned to an advertiser */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AccountLink"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listAvailableAccounts: {
        parameters: {
            query: {
                storefrontId: number | string;
                /** @description The source within the storefront */
                sourceId: string;
                /** @description Required if you hold several credentials for the source; the error lists them */
                credentialId?: number | string;
                /** @description Ask the source again instead of using its cached list */
                refresh?: boolean;
                /** @description Only accounts with this billing, which the source must support */
                billingType?: string;
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the accounts at a source that can be assigned to an advertiser */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            accounts: components["schemas"]["AvailableAccount"][];
                            total: number;
                            synced: boolean;
                            billingOptions: {
                                /** @description Null if you have to choose */
                                default: string | null;
                                supported: string[];
                            };
                        };
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    registerSourceAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                storefrontId: string;
                /** @description The source within the storefront */
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SourceAccountRegistration"];
            };
        };
        responses: {
            /** @description Register an account at a source, and assign it to an advertiser */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["RegisteredSourceAccount"];
                    };
                };
            };
            400: components["responses"]["BadRequest.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    unassignAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
                linkId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove an account from an advertiser */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            /** @constant */
                            unlinked: true;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listEventSources: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List an advertiser's event sources and their health */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            eventSources: components["schemas"]["EventSource"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    syncEventSources: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncEventSources"];
            };
        };
        responses: {
            /** @description Register or change event sources: AdCP's sync_event_sources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            event_sources: {
                                event_source_id: string;
                                /** @enum {string} */
                                action: "created" | "updated" | "unchanged" | "failed" | "deleted";
                                error?: string;
                                /** @description How to start sending; only for existing sources */
                                setup?: components["schemas"]["EventSourceSetup"];
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getEventSummary: {
        parameters: {
            query?: {
                eventType?: "conversion" | "click" | "impression" | "measurement" | "mmp";
                /** @description Inclusive; by default, an hour before the end */
                startHour?: string & (unknown & unknown);
                /** @description Exclusive; by default, the end of the last full UTC hour */
                endHour?: string & (unknown & unknown);
            };
            header?: never;
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Count an advertiser's events by the hour */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["EventSummary"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    logEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogEvent"];
            };
        };
        responses: {
            /** @description Log up to 10,000 events of a registered event source: AdCP's log_event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            events_received: number;
                            /** @description How many this request stored, not counting those that failed or had already been logged */
                            events_processed: number;
                            partial_failures: {
                                event_id: string;
                                code: string;
                                message: string;
                            }[];
                            warnings: string[];
                            /** @description How well the people in the accepted events can be matched: 1 for an event with a hash, a universal id or a click, half for an IP address with a user agent */
                            match_quality?: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listTestCohorts: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                role?: "TREATMENT" | "CONTROL" | "OBSERVATION";
                isActive?: boolean;
            };
            header?: never;
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List an advertiser's test cohorts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            /** @description Without definition and description: get a single cohort for those */
                            cohorts: components["schemas"]["TestCohortSummary"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createTestCohort: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTestCohort"];
            };
        };
        responses: {
            /** @description Create a test cohort */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            cohort: components["schemas"]["TestCohort"];
                        };
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getTestCohort: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                advertiserId: number | string;
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a test cohort with its definition */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            cohort: components["schemas"]["TestCohort"];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateTestCohort: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestCohortChange"];
            };
        };
        responses: {
            /** @description Update a test cohort: only the fields in the body change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            cohort: components["schemas"]["TestCohort"];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    deleteTestCohort: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
                cohortId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getMeasurementConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get an advertiser's measurement settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            measurementConfig: components["schemas"]["MeasurementConfig"];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateMeasurementConfig: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeasurementConfigChange"];
            };
        };
        responses: {
            /** @description Update an advertiser's measurement settings: only the fields in the body change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            measurementConfig: components["schemas"]["MeasurementConfig"];
                        };
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    syncCatalogs: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncCatalogs"];
            };
        };
        responses: {
            /** @description Send catalogs to sales agents, or upload catalogs with their items: AdCP's sync_catalogs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CatalogsSyncedToPartners"] | components["schemas"]["CatalogsSynced"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listCatalogs: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                type?: components["schemas"]["CatalogType"];
                status?: "ACTIVE" | "ARCHIVED" | "ALL";
            };
            header?: never;
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List an advertiser's catalogs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            catalogs: components["schemas"]["Catalog"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createCatalog: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCatalog"];
            };
        };
        responses: {
            /** @description Create a catalog */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            catalog: components["schemas"]["Catalog"];
                        };
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getCatalog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                advertiserId: number | string;
                /** @description Our id, cat_12 or 12, or the catalog_id under which it was synced */
                catalogId: (number | string) | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a catalog */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            catalog: components["schemas"]["Catalog"];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateCatalog: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
                /** @description Our id, cat_12 or 12, or the catalog_id under which it was synced */
                catalogId: (number | string) | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogChange"];
            };
        };
        responses: {
            /** @description Update a catalog: only the fields in the body change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            catalog: components["schemas"]["Catalog"];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    deleteCatalog: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
                /** @description Our id, cat_12 or 12, or the catalog_id under which it was synced */
                catalogId: (number | string) | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listOfferings: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                /** @description Part of the title, ignoring case */
                title?: string;
            };
            header?: never;
            path: {
                advertiserId: number | string;
                /** @description Our id, cat_12 or 12, or the catalog_id under which it was synced */
                catalogId: (number | string) | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the offerings of a catalog */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            offerings: components["schemas"]["Offering"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createOffering: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
                /** @description Our id, cat_12 or 12, or the catalog_id under which it was synced */
                catalogId: (number | string) | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOffering"];
            };
        };
        responses: {
            /** @description Add an offering to a catalog */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            offering: components["schemas"]["Offering"];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getOffering: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                advertiserId: number | string;
                /** @description Our id, cat_12 or 12, or the catalog_id under which it was synced */
                catalogId: (number | string) | string;
                offeringId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get an offering */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            offering: components["schemas"]["Offering"];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateOffering: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
                /** @description Our id, cat_12 or 12, or the catalog_id under which it was synced */
                catalogId: (number | string) | string;
                offeringId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferingChange"];
            };
        };
        responses: {
            /** @description Update an offering: only the fields in the body change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            offering: components["schemas"]["Offering"];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    deleteOffering: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                advertiserId: number | string;
                /** @description Our id, cat_12 or 12, or the catalog_id under which it was synced */
                catalogId: (number | string) | string;
                offeringId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    browseProducts: {
        parameters: {
            query?: {
                groupLimit?: number;
                groupOffset?: number;
                productsPerGroup?: number;
                productOffset?: number;
                publisherDomain?: string;
                pricingModel?: "cpm" | "vcpm" | "cpc" | "cpcv" | "cpv" | "cpp" | "cpa" | "flat_rate" | "time";
                storefrontIds?: (number | string)[];
                storefrontNames?: string[];
                salesAgentIds?: string[];
                salesAgentNames?: string[];
                debug?: boolean;
            };
            header?: never;
            path: {
                discoveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Browse the products of the last discovery */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Discovery"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    discoverProducts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscoverProducts"];
            };
        };
        responses: {
            /** @description Ask every seller for products, and rank them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Discovery"];
                    };
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getProductDetails: {
        parameters: {
            query: {
                salesAgentId: string;
            };
            header?: never;
            path: {
                discoveryId: string;
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a discovered product */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["DiscoveredProduct"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getProducts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                discoveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the products selected in a discovery session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Selections"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    addProducts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                discoveryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddProducts"];
            };
        };
        responses: {
            /** @description Select discovered products, or give selected ones new terms */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Selections"];
                    };
                };
            };
            400: components["responses"]["CurrencyMismatch.InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    removeProducts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                discoveryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveProducts"];
            };
        };
        responses: {
            /** @description Take products out of the selection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Selections"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    applyProposal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                discoveryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyProposal"];
            };
        };
        responses: {
            /** @description Select a proposal's products and split a budget among them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AppliedProposal"];
                    };
                };
            };
            400: components["responses"]["BadRequest.CurrencyMismatch.InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listCreativeFormats: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                /** @description The type or the canonical kind, ignoring case */
                type?: string;
                /** @description Part of the name, ignoring case */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the creative formats of the sellers you can reach */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            formats: components["schemas"]["CreativeFormat"][];
                            total: number;
                            incomplete: {
                                sales_agent_id: string;
                                sales_agent_name: string;
                                reason: string;
                                message: string;
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createCreativeManifest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCreative"];
                "multipart/form-data": {
                    metadata?: string;
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description Create a creative of a campaign, with its assets */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Creative"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCreativeManifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
                creativeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a creative with its manifest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Creative"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateCreativeManifest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                campaignId: string;
                creativeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreativeChange"];
                "multipart/form-data": {
                    metadata?: string;
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description Update a creative: only the fields in the body change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Creative"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteCreativeManifest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                campaignId: string;
                creativeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listCreativeManifests: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                /** @description Part of the name, ignoring case */
                search?: string;
            };
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List a campaign's creatives with their assets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            manifests: components["schemas"]["CreativeRow"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listCreativeTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List creative templates, and the formats that a campaign's products accept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CreativeTemplates"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listCreatives: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                /** @description Part of the name, ignoring case */
                search?: string;
            };
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List a campaign's creatives with their assets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            manifests: components["schemas"]["CreativeRow"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getUploadUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See how much storage your organisation uses, and its limit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["UploadUsage"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    cancelMediaBuy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                mediaBuyId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MediaBuyCancellation"];
            };
        };
        responses: {
            /** @description Cancel a media buy permanently */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["MediaBuyStatusChange"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getAdvertisersMediaBuy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                advertiserId: number | string;
                mediaBuyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get one of an advertiser's media buys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            mediaBuy: components["schemas"]["MediaBuy"];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getMediaBuy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mediaBuyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a media buy, and why it is not running */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            mediaBuy: components["schemas"]["MediaBuy"];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateMediaBuy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                mediaBuyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMediaBuy"];
            };
        };
        responses: {
            /** @description Change one media buy: its name, its dates, and the terms of its packages or products */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            mediaBuy: components["schemas"]["MediaBuy"];
                            warnings?: string[];
                        };
                    };
                };
            };
            400: components["responses"]["CurrencyMismatch.InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight.InsufficientMediaBudget"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getMediaBuyPackages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mediaBuyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List a media buy's packages with their delivery */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            mediaBuyId: string;
                            /** @description Whether the budget is divided into pacing periods: then there is a package for each product and period */
                            isPaced: boolean;
                            packageCount: number;
                            packages: components["schemas"]["Package"][];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listMediaBuys: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                campaignId?: string;
                /** @description Any of these; repeated, or separated by commas */
                status?: components["schemas"]["MediaBuyStatus"][];
            };
            header?: never;
            path: {
                advertiserId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List an advertiser's media buys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            mediaBuys: components["schemas"]["MediaBuy"][];
                            total: number;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    pauseMediaBuy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                mediaBuyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pause a media buy; its campaign stays as it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["MediaBuyStatusChange"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    reactivateMediaBuy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                mediaBuyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Resume a paused media buy; its campaign stays as it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["MediaBuyStatusChange"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                advertiserId?: number | string;
                /** @description Part of the name, ignoring case */
                name?: string;
                /** @description By default DRAFT, ACTIVE and PAUSED; ALL for every status */
                status?: ("DRAFT" | "ACTIVE" | "PAUSED" | "COMPLETED" | "CANCELED" | "ARCHIVED" | "ALL")[];
                /** @description Campaigns with at least one such media buy */
                mediaBuyStatus?: components["schemas"]["MediaBuyStatus"][];
                includeArchived?: boolean;
                /** @description `nextCursor` of the previous page; `skip` is then ignored */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List campaigns with their media buys, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            campaigns: components["schemas"]["Campaign"][];
                            /** @description On all pages */
                            total: number;
                            hasMore: boolean;
                            /** @description Send it as `cursor`; absent on the last page */
                            nextCursor?: string;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCampaign"];
            };
        };
        responses: {
            /** @description Create a campaign as a draft */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            campaign: components["schemas"]["Campaign"];
                            /** @description What was not done, or not done yet */
                            warnings?: string[];
                        };
                    };
                };
            };
            400: components["responses"]["CurrencyMismatch.InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a campaign with its media buys, and why it is not running */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            campaign: components["schemas"]["Campaign"];
                            /** @description What was not done, or not done yet */
                            warnings?: string[];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignChange"];
            };
        };
        responses: {
            /** @description Update a campaign: only the fields in the body change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            campaign: components["schemas"]["Campaign"];
                            /** @description What was not done, or not done yet */
                            warnings?: string[];
                        };
                    };
                };
            };
            400: components["responses"]["CurrencyMismatch.InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight.InsufficientMediaBudget"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    deleteCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    executeCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ExecuteCampaign"];
            };
        };
        responses: {
            /** @description Buy the selected products, with one media buy per sales agent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CampaignExecution"];
                    };
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest.CurrencyMismatch.InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getMediaBuyAdcpStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ask the sellers for the status of a campaign's media buys; at most once every 30 s */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CampaignMediaBuyStatus"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    pauseCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pause a campaign and its media buys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CampaignStatusChange"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    reactivateCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reactivate a paused campaign and its media buys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CampaignStatusChange"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    autoSelectProducts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AutoSelectProducts"];
            };
        };
        responses: {
            /** @description Select products for a campaign's goals, and split its budget evenly among them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AutoSelectedProducts"];
                    };
                };
            };
            400: components["responses"]["BadRequest.InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getCampaignProducts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List a campaign's selected products, and the media buys that contain them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CampaignProducts"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getReportingMetrics: {
        parameters: {
            query?: {
                advertiserId?: number | string;
                /** @description Must belong to the advertiser, if one is given */
                campaignId?: string;
                /** @description Must belong to the advertiser and the campaign, if they are given */
                mediaBuyId?: string;
                /** @description The first day, inclusive */
                startDate?: string;
                /** @description The last day, inclusive; by default today */
                endDate?: string;
                /** @description How many days up to the last; 0 for all time. Ignored if startDate is given */
                days?: number;
                view?: "summary" | "timeseries";
                /** @description Returns made-up figures, marked as such, for the days requested */
                demo?: boolean;
                /** @description Returns a link to the report as a CSV file, instead of the report */
                download?: boolean;
                /** @description For a download: whether the file begins with a byte-order mark, by which Excel recognises UTF-8 */
                bom?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Report what was delivered, as a tree, day by day, or as a CSV file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ReportingSummary"] | components["schemas"]["ReportingTimeseries"] | components["schemas"]["ReportingDownload"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listDeliveryReports: {
        parameters: {
            query: {
                mediaBuyId: string;
                packageId?: string;
                /** @description A day in the seller's time zone; by default every day */
                day?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the delivery reports that a seller sent for a media buy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["DeliveryReport"][];
                            total: number;
                            hasMore: boolean;
                            nextOffset: number | null;
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    receiveAdcpWebhook: {
        parameters: {
            query: {
                /** @description As it appears in the URL that was given */
                token: string;
            };
            header?: never;
            path: {
                /** @description The seller that the source belongs to */
                customerId: number | string;
                /** @description What the source was asked for */
                legId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Report a status change of a media buy */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["WebhookReceived"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getBuyerSearch: {
        parameters: {
            query: {
                /** @description Part of a name, ignoring case, or a complete id */
                q: string;
                /** @description How many of each kind */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Find anything by its name or id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["BuyerSearchResult"][];
                        };
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    showOAuthCallback: {
        parameters: {
            query: {
                /** @description As it was given when the consent was begun */
                state: string;
                /** @description What is exchanged for tokens; missing if consent was declined */
                code?: string;
                /** @description Why there is no code (RFC 6749 §4.1.2.1) */
                error?: string;
                /** @description Who sends the browser back (RFC 9207) */
                iss?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page: the source is connected */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the state is used, expired or belongs to another browser */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the consent was declined */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description A page: the authorization server did not answer correctly */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
}
