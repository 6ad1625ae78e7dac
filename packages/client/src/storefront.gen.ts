// Generated from the operation table by `npm run generate`.
export interface paths {
    "/api/v2/storefront/accounts/create-child": {
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
    "/api/v2/storefront/accounts/current": {
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
    "/api/v2/storefront/accounts": {
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
    "/api/v2/storefront/accounts/{customerId}/domain": {
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
    "/api/v2/storefront/accept-tos": {
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
    "/api/v2/storefront/api-keys": {
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
    "/api/v2/storefront/api-keys/{apiKeyId}": {
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
    "/api/v2/storefront/accounts/switch": {
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
    "/api/v2/storefront/audit-logs": {
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
        get: operations["listStorefrontAuditLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/audit-logs/verify": {
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
    "/api/v2/storefront/webhook-subscriptions": {
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
    "/api/v2/storefront/webhook-subscriptions/{id}": {
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
    "/api/v2/storefront/webhook-subscriptions/{id}/deliveries": {
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
    "/api/v2/storefront/webhook-subscriptions/{id}/deliveries/{deliveryId}/redeliver": {
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
    "/api/v2/storefront/webhook-subscriptions/{id}/test": {
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
    "/api/v2/storefront/notifications/{notificationId}/acknowledge": {
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
    "/api/v2/storefront/notifications": {
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
    "/api/v2/storefront/notifications/read-all": {
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
    "/api/v2/storefront/notifications/{notificationId}/read": {
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
    "/api/v2/storefront/members/{userId}": {
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
    "/api/v2/storefront/members": {
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
    "/api/v2/storefront/members/invitations": {
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
    "/api/v2/storefront/members/invitations/{invitationId}": {
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
    "/api/v2/storefront/connected-applications/{applicationId}": {
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
    "/api/v2/storefront/connected-applications": {
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
    "/api/v2/storefront/resolve-brand": {
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
         * @description Asks the domain for its brand.json (AdCP), and then the registry if one is configured. Always answers 200: `resolved: false` explains in `error` where we looked and what was found. Your storefront stays as it is: apply what you like with PUT /api/v2/storefront (brandName, logoUrl, logoBackground).
         */
        post: operations["resolveBrand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive your storefront permanently */
        post: operations["archiveStorefront"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get your storefront */
        get: operations["getStorefront"];
        /**
         * Update your storefront, open it or pause it
         * @description Omitted fields stay as they are. businessProfile and compositionPricing are replaced as a whole. Opening is refused while a readiness check blocks; the error names every one that does.
         */
        put: operations["updateStorefront"];
        /**
         * Create your storefront
         * @description 201 with a new storefront; 200 with the existing one, unchanged. A new storefront is paused: add a source, then open it with PUT { isPaused: false }.
         */
        post: operations["createStorefront"];
        delete?: never;
        options?: never;
        head?: never;
        /** Set what your storefront offers buyers beyond selling */
        patch: operations["updateStorefrontCapabilities"];
        trace?: never;
    };
    "/api/v2/storefront/storefront-links/{linkId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a storefront that asks to sell from yours
         * @description It buys from you like any buyer, under your instructions and prices for its operator domain, and sees no more of you than a buyer does. Two storefronts can never sell from each other, directly or through others.
         */
        post: operations["approveStorefrontLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/storefront-links/{linkId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a link with another storefront, or a request for one
         * @description Either side can do this. Nothing new is discovered or bought through it; running media buys continue and are reported.
         */
        post: operations["cancelStorefrontLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/storefront-links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a link of your storefront with another */
        get: operations["getStorefrontLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/storefront-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the storefronts that sell from yours, or that yours sells from
         * @description Newest first. For the requests waiting for you, use direction=inbound&status=PENDING. To ask another storefront, add it as a source: POST /api/v2/storefront/inventory-sources { executionType: LINKED_STOREFRONT, platformId }.
         */
        get: operations["listStorefrontLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/storefront-links/{linkId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a storefront that asks to sell from yours
         * @description This is permanent; it may ask again with another source.
         */
        post: operations["rejectStorefrontLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check the agent behind a source again */
        post: operations["checkInventorySource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your inventory sources */
        get: operations["listInventorySources"];
        put?: never;
        /**
         * Add an inventory source: an agent, or link another storefront to sell from
         * @description The agent is asked for its capabilities before the response: a source whose agent answers is ACTIVE immediately, any other stays PENDING, and connectionError says why and what to do. A LINKED_STOREFRONT is another storefront of this market: it stays PENDING until that storefront's operator approves the link; linkedStorefront has its status. For an OAUTH source, the response contains oauth.authorizationUrl.
         */
        post: operations["createInventorySource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an inventory source */
        get: operations["getInventorySource"];
        /**
         * Update an inventory source, rotate its credential, or enable or disable it
         * @description Omitted fields stay as they are, including the credential. Changing how the agent is reached, or setting status ACTIVE, asks the agent again; a source cannot be enabled while its agent does not answer.
         */
        put: operations["updateInventorySource"];
        post?: never;
        /** Remove an inventory source */
        delete: operations["deleteInventorySource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/tests/discovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask one of your sources for products, to test it
         * @description Nothing is bought or spent: the agent behind the source is sent the brief unchanged, and the answer has the result, how long it took and what was wrong. A source in any status can be tested.
         */
        post: operations["runInventorySourceDiscoveryTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/modular/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a modular source with a feed of avails
         * @description For a publisher without an agent: avails come from a file, a ledger records what is sold, and people or modules do the rest. Upload avails, attach modules for trafficking and reports, and the storefront sells it like any other source.
         */
        post: operations["createFeedModularInventorySource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the state of a modular source, stage by stage
         * @description Which module handles which stage, what each still needs, and what is waiting for people. READY describes the present: a new avail or a new media buy can change it.
         */
        get: operations["getModularInventorySourceReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/avails-feed/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a CSV file of avails to fill in */
        get: operations["downloadModularInventoryTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/avails-feed/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Fetch a feed from a URL on a schedule
         * @description The feed is read immediately, and then at the given interval; an unchanged file is skipped. Valid rows go on sale, and a work item is created for invalid rows.
         */
        put: operations["scheduleModularInventorySourceFeed"];
        post?: never;
        /** Stop fetching the feed */
        delete: operations["endModularInventorySourceFeedSchedule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/avails-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview avails, or put them on sale
         * @description Columns are called as in the template (downloadModularInventoryTemplate); days are ISO dates, and slashes are refused because it is unclear which part is the month. Each invalid row is listed with its number, column, value and how to fix it. Avails that are not included stay on sale, unless `fullReplacement` is set.
         */
        post: operations["ingestModularInventorySourceAvailsFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/avails-feed/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a file of avails: CSV, JSON or XLSX
         * @description A form with a part `file`, and defaults for all rows in a part `metadata`. Columns are called as in the template (downloadModularInventoryTemplate); days are ISO dates, and slashes are refused because it is unclear which part is the month. Each invalid row is listed with its number, column, value and how to fix it. For a spreadsheet, the first sheet is read, and formulas as their values.
         */
        post: operations["previewModularInventorySourceAvailsUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the avails of a modular source with their held, booked and free impressions
         * @description Avails that are neither withdrawn nor past, ordered by id. To continue a longer list, use `after`.
         */
        get: operations["listModularInventorySourceProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/bookings/finalize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finalize a reservation so that it can be booked
         * @description Work items are created for people, or a module does it automatically; the hold no longer expires, and is BOOKED once it is booked upstream. A source without an execution module books immediately.
         */
        post: operations["finalizeModularInventoryBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/bookings/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release the impressions of a booking
         * @description A hold becomes RELEASED, and a booking CANCELLED; open work items are cancelled with it, and a booking upstream still has to be cancelled there. A booking that is already final is returned unchanged.
         */
        post: operations["releaseModularInventoryBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reserve impressions of an avail for a media buy
         * @description Never more than are free. The same request again returns the existing hold; different impressions for the same package, or more than are free, are a conflict. A hold expires automatically.
         */
        post: operations["reserveModularInventoryProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/modules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attach a module to a modular source */
        post: operations["attachModularInventorySourceModule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/modules/{moduleInstanceId}/credentials/{credentialKind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rotate a module's credential for its upstream system */
        put: operations["rotateModularInventorySourceModuleCredential"];
        /** Add a module's credential for its upstream system */
        post: operations["createModularInventorySourceModuleCredential"];
        /** Delete a module's credential for its upstream system */
        delete: operations["revokeModularInventorySourceModuleCredential"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/module-catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the modules that a modular source can use */
        get: operations["listModuleCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/modules/{moduleInstanceId}/health/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Clear a module's reported error */
        post: operations["resolveModularInventorySourceModuleHealth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/modules/{moduleInstanceId}/config": {
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
        /** Configure or disable a module, or set it to ERROR */
        patch: operations["updateModularInventorySourceModuleConfig"];
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/work-items/{workItemId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a work item with its result
         * @description Its result must have the fields in `requiredResultFields`. Completing it again returns `changed: false`; an item that was cancelled with its booking is a conflict.
         */
        post: operations["completeModularInventorySourceWorkItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/work-items/{workItemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a work item with its history */
        get: operations["getModularInventorySourceWorkItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Take a work item, say what blocks it, or add notes */
        patch: operations["updateModularInventorySourceWorkItem"];
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/work-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the work items of a modular source
         * @description Oldest first; by default only open ones, see `status`. Approvals have their own lists.
         */
        get: operations["listModularInventorySourceWorkItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/work-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the work items of all your modular sources */
        get: operations["listWorkQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/reports/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a CSV template for a delivery report, with a row per booking */
        get: operations["downloadModularReportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/modular/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a delivery report: CSV, JSON or XLSX
         * @description A form with a part `file`, or `csvText`. Its figures for a day replace those of earlier reports for all buyers on that day; sending the same file again changes nothing. Running totals are converted to daily figures. Work items that requested it are completed.
         */
        post: operations["importModularInventorySourceReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/storefront-connections/{connectionId}/accounts/{accountId}/facts": {
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
    "/api/v2/storefront/storefront-connection-account-mappings": {
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
    "/api/v2/storefront/storefront-connections/{connectionId}/accounts": {
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
    "/api/v2/storefront/storefront-connections/{connectionId}/accounts/{accountId}/advertiser": {
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
    "/api/v2/storefront/storefront-connections/{connectionId}/accounts/{accountId}/select": {
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
    "/api/v2/storefront/storefronts/{storefrontId}/connection": {
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
    "/api/v2/storefront/storefront-connections": {
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
    "/api/v2/storefront/storefront-connections/{connectionId}": {
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
    "/api/v2/storefront/storefront-connections/{connectionId}/token": {
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
    "/api/v2/storefront/storefronts/{storefrontId}/connection-policy": {
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
    "/api/v2/storefront/adapter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose the platform that your storefront sells on
         * @description The platform's adapter sells instead of inventory sources, and buyers see a storefront like any other. Then connect the platform: POST /storefronts/{storefrontId}/connection. The platform, and who connects it, cannot be changed later: open another storefront instead.
         */
        put: operations["setStorefrontAdapter"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/publishers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the publishers that you sell for, and whether they confirm it
         * @description Each publisher's adagents.json is read once a day. It authorises you by listing your agent, {PUBLIC_URL}/storefront/{platformId}/mcp, or by pointing with authoritative_location to the adagents.json that this server publishes for you at {PUBLIC_URL}/storefront/{platformId}/.well-known/adagents.json.
         */
        get: operations["listStorefrontPublishers"];
        /**
         * Declare the publishers that you sell for
         * @description The whole list: publishers that are omitted are removed. One invalid domain fails the whole call. What you declare is public, in your adagents.json. Publishers are checked after the answer; read the list again a moment later.
         */
        put: operations["replaceStorefrontPublishers"];
        /** Add a publisher that you sell for */
        post: operations["addStorefrontPublisher"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/publishers/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check your publishers' adagents.json again
         * @description They are asked after the answer; read the list again a moment later.
         */
        post: operations["checkStorefrontPublishers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/publishers/{domain}": {
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
         * Remove a publisher that you sell for
         * @description Removing one that is not in the list succeeds. One that you did not declare cannot be removed.
         */
        delete: operations["removeStorefrontPublisher"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/operator-domain/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove that your operator domain is yours
         * @description One proof is enough: a member with an email address at the domain, the TXT record that the answer names as challenge, or a brand.json there that lists your agent in its agents. Everything is checked again each time, and the answer says what is missing; a proof that has been removed no longer counts.
         */
        post: operations["verifyOperatorDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/discover-agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See which agents a domain operates, and who may sell for it
         * @description Asks the domain for its adagents.json and brand.json (AdCP), and the registry if one is configured. A domain that publishes nothing has an empty answer. To use an agent found here as a source: POST /api/v2/storefront/inventory-sources. Answers are cached for two minutes; refresh=true asks again.
         */
        get: operations["discoverAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/operating-instructions/{version}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a version of your operating instructions
         * @description It replaces the active one from the next request on. To go back, activate an older version.
         */
        post: operations["activateOperatingInstructions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/operating-instructions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of your operating instructions
         * @description All of them, newest first; isActive marks the one that the merchandising agent follows.
         */
        get: operations["listOperatingInstructions"];
        put?: never;
        /**
         * Save a new version of your operating instructions
         * @description Versions are immutable: a correction is a new version. It becomes active with activate: true or by activateOperatingInstructions. To go back, activate an older one.
         */
        post: operations["createOperatingInstructions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/operating-instructions/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get your active operating instructions */
        get: operations["getActiveOperatingInstructions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/operating-instructions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one version of your operating instructions */
        get: operations["getOperatingInstructionsVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/acceptance-policy/{version}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a version of your acceptance policy
         * @description It replaces the active one from the next request on. To go back, activate an older version.
         */
        post: operations["activateAcceptancePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/acceptance-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of your acceptance policy
         * @description All of them, newest first; isActive marks the one in force.
         */
        get: operations["listAcceptancePolicies"];
        put?: never;
        /**
         * Save a new version of your acceptance policy
         * @description Versions are immutable: a correction is a new version. It becomes active with activate: true or by activateAcceptancePolicy. To go back, activate an older one.
         */
        post: operations["createAcceptancePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/acceptance-policy/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one version of your acceptance policy */
        get: operations["getAcceptancePolicyVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/acceptance-policy/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get your active acceptance policy */
        get: operations["getActiveAcceptancePolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/buyer-instructions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your instructions for buyers */
        get: operations["listBuyerInstructions"];
        put?: never;
        /**
         * Create an instruction for buyers of an operator, a brand, or both
         * @description A null operatorDomain means any operator, a null brandDomain any brand; with both null it applies to everybody. Of all that match a media buy, the largest discount is used, never their sum, and all notes apply.
         */
        post: operations["createBuyerInstructions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/buyer-instructions/{id}": {
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
         * Delete an instruction for buyers
         * @description What was bought under it keeps its price.
         */
        delete: operations["deleteBuyerInstructions"];
        options?: never;
        head?: never;
        /**
         * Change an instruction for buyers
         * @description Omitted fields stay as they are. The scope is fixed: to change it, delete the row and create another.
         */
        patch: operations["updateBuyerInstructions"];
        trace?: never;
    };
    "/api/v2/storefront/buyer-instructions/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See which instructions and discounts apply to a buyer, and why
         * @description The discount that a media buy would get, including group discounts, and the matching instructions. This extends the published API; it changes nothing.
         */
        get: operations["resolveBuyerInstructions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/house-discounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List your discounts for corporate groups */
        get: operations["listHouseDiscounts"];
        put?: never;
        /**
         * Give the brands or agencies of a corporate group a discount
         * @description It applies to media buys whose brand (or operator) is the group's domain or is known to belong to it. Of all discounts that apply, the largest is used, never their sum. Resold inventory is never quoted below what your storefront pays.
         */
        post: operations["createHouseDiscount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/house-discounts/{id}": {
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
         * Delete a discount for a corporate group
         * @description What was bought under it keeps its price.
         */
        delete: operations["deleteHouseDiscount"];
        options?: never;
        head?: never;
        /**
         * Change a discount or its notes
         * @description Omitted fields stay as they are. House and scope are fixed: to change them, delete the discount and create another.
         */
        patch: operations["updateHouseDiscount"];
        trace?: never;
    };
    "/api/v2/storefront/house-discounts/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See which corporate group a domain belongs to
         * @description Shows whom a discount would apply to before you create it. Only what both the domain and the group publish counts; nothing is changed.
         */
        get: operations["resolveHouseHierarchy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/product-rules/{version}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a version of your product rules
         * @description It replaces the active one from the next request on. To go back, activate an older version.
         */
        post: operations["activateProductRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/product-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of your product rules
         * @description Newest first, each with its whole list of rules; isActive marks the one under which your products are composed.
         */
        get: operations["listProductRules"];
        put?: never;
        /**
         * Save a new version of your product rules
         * @description A version holds the whole list and never changes. It is inactive until you activate it, with activate: true or activateProductRules; previewProducts shows beforehand what buyers would see. Save an empty list to have no rules. Rules apply to a storefront with productMode composition.
         */
        post: operations["createProductRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/product-rules/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get your active product rules */
        get: operations["getActiveProductRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/product-rules/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one version of your product rules */
        get: operations["getProductRulesVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/seller-analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what buyers asked for, were shown and booked, and what to do about it
         * @description Covers the newest runs or, with from and to, all runs of those days. Every figure can be traced: runs lists the intelligence runs with the media buys attributed to each, and evidence shows what a signal or a recommendation is based on. Totals are directional, as notes says; audited delivery is in the buyer's reporting. Nothing here changes a price or a package by itself.
         */
        get: operations["getStorefrontSellerAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/learned-default-posture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Pin the posture to use if there is no history
         * @description It applies after your operating instructions, your notes about a buyer, and the history of the buyer or of your storefront. null unpins it.
         */
        put: operations["setLearnedDefaultPosture"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/readiness/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how well the agents behind your sources conform to AdCP
         * @description The results of AdCP's storyboards for each agent when they were last run, and how far a run in progress is; null before the first run.
         */
        get: operations["getStorefrontCompliance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See whether your storefront can sell, and if not, why
         * @description Each check that blocks has guidance, and the next step as action and actionLabel. sourceDiagnostics describes every source and its agent, and diagnoses lists what is wrong.
         */
        get: operations["getStorefrontReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/readiness/compliance/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test the agents behind your sources for AdCP compliance again
         * @description The storyboards run for up to two minutes after the answer, which has the previous result: read it again to see how far they are (examining), and compare checkedAt. Only external agents for which you have a credential are tested, and nothing is bought except on sandbox accounts.
         */
        post: operations["refreshStorefrontCompliance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/inventory-sources/{sourceId}/diagnostics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how one of your sources has answered recently
         * @description Calls by buyers and by your tests: how often its agent answered, refused, failed or was too slow, and how long it took, compared with the period before, and what to do about problems.
         */
        get: operations["getInventorySourceDiagnostics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/sponsored-buyers/{buyerId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a buyer who is waiting to join
         * @description The buyer's administrators are notified by email.
         */
        post: operations["approveSponsoredBuyer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/join-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your active join links
         * @description Those that have not been disabled, newest first; expired and used-up links are included.
         */
        get: operations["listJoinLinks"];
        put?: never;
        /**
         * Create a link through which advertisers join your storefront
         * @description Send the advertisers that you invite your own origin with `joinPath`. Whoever joins becomes a sponsored buyer, which sees only this storefront.
         */
        post: operations["createJoinLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/join-links/{linkId}": {
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
         * Disable a join link
         * @description This is permanent. Nobody can join with it any more; buyers who already joined are not affected.
         */
        delete: operations["disableJoinLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/sponsored-buyers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the buyers who joined your storefront */
        get: operations["listSponsoredBuyers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/sponsored-buyers/{buyerId}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate a suspended buyer
         * @description This also works for a buyer suspended before approval: reactivating approves them.
         */
        post: operations["reactivateSponsoredBuyer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/sponsored-buyers/{buyerId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a buyer: no new media buys or changes
         * @description The buyer's running media buys are delivered to the end.
         */
        post: operations["suspendSponsoredBuyer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/join-links/funnels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how many views of each join link led to a sign-up and a first buy
         * @description For each active join link, newest first. `confirmed`, `approved` and `bought` count the buyers who joined in the period, each through one link.
         */
        get: operations["listJoinLinkFunnels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/join/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm your email address with the link from the email
         * @description The token can be used once. If you are admitted, the answer contains your organisation's first API key.
         */
        post: operations["confirmSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/join-context/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See whose join link this is
         * @description A link that is missing, disabled, expired, used up or closed is not valid; the answer does not say which.
         */
        get: operations["getJoinContext"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/join/{slug}/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a storefront through its link
         * @description Creates a buyer organisation that sees only this storefront, and emails its first member a link. Somebody who already has an account gets a link with which one of their organisations can join; the answer is the same.
         */
        post: operations["signUp"];
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
    "/api/v2/storefront/agents/{agentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an agent behind your sources */
        get: operations["getStorefrontAgent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the agents behind your sources
         * @description Each agent is listed once, however many of your sources use it.
         */
        get: operations["listStorefrontAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/agents/{agentId}/capabilities/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask an agent for its capabilities again
         * @description The answer is stored for every source behind it. If it does not answer, its last answer stays.
         */
        post: operations["refreshStorefrontAgentCapabilities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/media-buys/{mediaBuyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one media buy with its packages
         * @description Budgets and bids are the buyer's; a source is sent its own, before the quoted discount.
         */
        get: operations["getStorefrontMediaBuy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/media-buys/{mediaBuyId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the timeline of a media buy
         * @description When it arrived, when each source was sent its part and what it has answered since, with the ids to quote to its people; then the buyer's changes. Use it to find out where an order is stuck, and with whom.
         */
        get: operations["getStorefrontMediaBuyTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/media-buys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the media buys at your storefront
         * @description Media buys that are waiting and start within 48 hours come first, then the newest. `status` and `pendingReason` are those of the part that most needs attention: with several sources, one may run while another has not decided. Sources are not asked; this is their last known answer.
         */
        get: operations["listStorefrontMediaBuys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/media-buys/{mediaBuyId}/sources/{sourceId}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record whether a source that never answered has booked its part
         * @description For a part that is in doubt: its source was asked as often as is safe and has not said whether it bought. Ask the people there, quoting the references in the timeline, and record what they say: `booked` with their id for it, or `not_booked`. The buyer is notified, and a booked part is followed up like any other.
         */
        post: operations["settleStorefrontMediaBuySource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/reporting/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report what your storefront delivered and earned, by order, buyer, source or day
         * @description The figures that sources last reported, at the prices that buyers pay. Amounts in different currencies are never added: each has its own row. Sources are asked whenever a buyer's delivery is read, which this marketplace does automatically for its own buyers.
         */
        get: operations["getStorefrontDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/source-reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List media buys at sources that a restored backup does not know about
         * @description Empty unless the installation was restored. Nothing new is bought from a source before it has said what it holds. A buyer who repeats a purchase gets the one that the source already has; the storefront's people decide on the rest.
         */
        get: operations["listSourceReconciliations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/source-reconciliations/{sourceId}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that you have reconciled with a source, and let buyers buy from it again
         * @description Media buys left at the source continue there and belong to no order here: if nobody wants them, ask its people to cancel them. Every one that is OPEN must be named.
         */
        post: operations["settleSourceReconciliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/media-buy-approvals/{mediaBuyId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or reject a media buy
         * @description Once, and only while it is pending. When approved, it is sent to its sources immediately, and the answer has their results; a source that does not answer is retried automatically. When rejected, it is not sent to any source, and the buyer sees your notes.
         */
        post: operations["decidePendingMediaBuy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/media-buy-approvals/{mediaBuyId}/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a media buy against your current acceptance policy
         * @description Only by rules, and it decides nothing: the same media buy under the same policy always gets the same answer.
         */
        post: operations["evaluatePendingMediaBuy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/media-buy-approvals/{mediaBuyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one media buy that was held for your approval */
        get: operations["getPendingMediaBuy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/media-buy-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the media buys waiting for your approval
         * @description With mediaBuyApproval manual, every media buy waits here; with auto, none. If you have chosen neither, a media buy proceeds automatically if its products are yours, its buyer names a brand or an operator, and your acceptance policy has no objection; all others wait. Newest first; use `status` to see those already decided.
         */
        get: operations["listPendingMediaBuys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/media-buy-approvals/{mediaBuyId}/retry-forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend an approved media buy to the sources that have not answered
         * @description It is sent under the original keys, so that no source buys twice. If every source refused it, send it again with forceTerminal, once you have resolved the problem with them.
         */
        post: operations["retryForwardPendingMediaBuy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/buyer-auto-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the buyers with automatic approval
         * @description Includes those that you turned off, and every buyer that has bought from your storefront. policyBypassCount says how often a buyer bought something that would have been held: if it grows, review your decision.
         */
        get: operations["listBuyerAutoApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/buyer-auto-approvals/{buyerCustomerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Turn automatic approval of a buyer's media buys on or off
         * @description Applies to media buys only, and not if mediaBuyApproval is auto. It does not admit buyers whom a Block line of your acceptance policy refuses. The buyer must have bought from your storefront. It does not decide anything that is already waiting.
         */
        put: operations["setBuyerAutoApprove"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/creative-reviews/{creativeId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or reject a creative
         * @description An approved creative is sent to the sources of the packages that show it. A rejected one is not sent, its buyer sees your notes, and an earlier approved version is withdrawn, unless a source would be left without any. A decision is final: if the buyer changes the creative, it is submitted to you again.
         */
        post: operations["decideCreativeReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/creative-reviews/{creativeId}/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a creative by rule
         * @description Checks whether your sources know its format, its landing page, and whether your acceptance policy blocks either. It decides nothing, and says what it cannot judge.
         */
        post: operations["evaluateCreativeReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/creative-reviews/{creativeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the review of one creative
         * @description The pending one or, if there is none, the newest.
         */
        get: operations["getCreativeReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/creative-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the creatives waiting for your approval
         * @description With `creativeApproval: manual` every creative that a buyer sends waits here before it is sent to any source; `status` lists those already decided. Newest first.
         */
        get: operations["listCreativeReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/caller-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the caller keys of your storefront
         * @description Newest first, including expired keys that have not been revoked.
         */
        get: operations["listCallerKeys"];
        put?: never;
        /**
         * Create a caller key for a buyer of another system
         * @description Its holder buys over AdCP at /storefront/{platformId}/mcp and /a2a, even while the storefront is not listed, and can access nothing else. What it buys and declares belongs to this key: no other key sees it, not even the same buyer's next key. The key is shown once: hand it over securely.
         */
        post: operations["createCallerKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/caller-keys/{callerKeyId}": {
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
         * Revoke a caller key of your storefront
         * @description It stops working with its next request. What was bought with it continues.
         */
        delete: operations["revokeCallerKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/intelligence-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one intelligence run in full */
        get: operations["getIntelligenceRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/intelligence-runs/{id}/decision-record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how an answer was made, and what it led to
         * @description posture.defaults has each value that shaped the answer and its origin: the request, your notes about the buyer, your operating instructions, the history of the buyer or of your storefront, what you pinned, or the default. What was not recorded is unavailable, never inferred.
         */
        get: operations["getSellerDecisionRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/intelligence-runs/{id}/label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give feedback on an intelligence run
         * @description The label is any JSON, such as a verdict and its author; it replaces the previous one.
         */
        put: operations["labelIntelligenceRun"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/intelligence-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what buyers asked your storefront for, and what they were shown
         * @description Newest first, one for each get_products: the brief, the sources asked, the products shown with their prices and rank, and why others were left out. disposition=declined_fit finds briefs that no product fitted. A run is recorded before it is answered, and kept for as long as the installation keeps runs.
         */
        get: operations["listIntelligenceRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/intelligence-runs/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay an intelligence run, and see whether the result is the same
         * @description Uses what its sources answered at the time and the product rules of its version. No source is asked and no run is recorded. same is false only if this release composes differently.
         */
        post: operations["replayIntelligenceRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/product-rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview what buyers would see under product rules, and what is left out and why
         * @description Your sources are asked, and their products are composed as for buyers, with rules that you send or with the active ones. Nothing is saved. A source that requires a credential from each buyer is not asked, and is listed in missing.
         */
        post: operations["previewProductRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/pending-operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See everything that is waiting for somebody
         * @description Media buys and creatives that wait for your approval, media buys that a source did not answer, and those that a source has not decided on. Empty groups are omitted. Each group lists the newest 200 and counts all.
         */
        get: operations["getStorefrontPendingOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/storefront/simulated-buyers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set how many simulated buyers visit your storefront, in a sandbox
         * @description They ask, object, book and receive delivery as you advance your sandbox clock (POST /api/v2/sandbox/clock), so that your seller analytics have data. Your storefront must be open and listed.
         */
        put: operations["setSimulatedBuyers"];
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
    "/api/v2/storefront/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find anything by its name or id
         * @description Kinds: inventory_source, join_link, buyer, media_buy. Within a kind, newest first; only what you may see is found.
         */
        get: operations["getStorefrontSearch"];
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
        AcceptancePolicy: {
            /** @description A decimal number, as a string */
            id: string;
            storefrontId: string;
            /** @description Starts at 1, and is never reused */
            version: number;
            content: string;
            notes: string | null;
            isActive: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description The user who wrote it; null if a service did */
            createdBy: string | null;
        };
        Account: {
            id: number;
            company: string;
            name: string;
            /** @enum {string} */
            role: "MEMBER" | "ADMIN" | "SUPER_ADMIN";
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
        AgentCapabilities: {
            /** @description The newest AdCP release that it supports; empty if it does not say */
            version: string;
            protocols: string[];
            tools: string[];
            requireOperatorAuth: boolean;
            defaultBilling: string | null;
            supportedBillings: string[];
        };
        AgentComplianceResult: {
            agentId: string;
            agentUrl: string;
            /** @description Something was graded, and no step of it failed */
            passed: boolean;
            tracks: {
                track: string;
                /**
                 * @description partial: some steps failed; fail: none passed; silent: the agent offered nothing to check
                 * @enum {string}
                 */
                status: "pass" | "fail" | "skip" | "partial" | "silent";
                label: string;
                durationMs: number;
                failureReason?: string;
            }[];
            summary: string;
            observations: {
                category: string;
                /** @enum {string} */
                severity: "info" | "suggestion" | "warning" | "error";
                message: string;
            }[];
            durationMs: number;
            /** @description Why the agent could not be tested, which does not count as a failure of any track */
            error?: string;
            /** Format: date-time */
            checkedAt: string;
        };
        AgentDirectoryEntry: {
            domain: string;
            /** @description The agents that the domain operates */
            operator: {
                domain: string;
                member: {
                    slug: string;
                    display_name: string;
                } | null;
                agents: {
                    url: string;
                    name: string;
                    /** @description sales, creative, signals, …: as the registry or the domain's brand.json lists it */
                    type: string;
                    authorized_by?: {
                        [key: string]: unknown;
                    }[];
                }[];
            };
            /** @description The inventory that the domain publishes, and who may sell it */
            publisher: {
                domain: string;
                member: {
                    slug: string;
                    display_name: string;
                } | null;
                /** @description Null if there is no adagents.json */
                adagents_valid: boolean | null;
                /** @enum {string} */
                discovery_method?: "direct" | "authoritative_location" | "ads_txt_managerdomain";
                manager_domain?: string | null;
                /** @description The final URL of its adagents.json */
                resolved_url?: string | null;
                properties: {
                    [key: string]: unknown;
                }[];
                authorized_agents: {
                    [key: string]: unknown;
                }[];
                formats?: {
                    [key: string]: unknown;
                }[];
                freshness?: {
                    /** @enum {string} */
                    source: "registry" | "live_origin";
                    registry_adagents_valid: boolean | null;
                    last_validated: string | null;
                };
            };
        };
        AgentExamination: {
            agentId: string;
            /** @description Storyboards that have run */
            done: number;
            /** @description Storyboards that were chosen for what the agent declares */
            total: number;
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
        BusinessProfile: {
            agentName?: string;
            /** @description How the Merchandising Agent should sound */
            agentPersonality?: string;
            /** @description If omitted: unknown, not all */
            publisherDomains?: string[];
            summary?: string;
            propertyCount?: number;
            channels?: ("display" | "olv" | "ctv" | "social" | "audio" | "streaming_audio" | "dooh")[];
            regions?: string[];
            verticals?: string[];
            evidenceUrls?: string[];
            notes?: string;
            updatedBy?: string;
        };
        BusinessProfileView: {
            agentName?: string;
            /** @description How the Merchandising Agent should sound */
            agentPersonality?: string;
            publisherDomains?: string[];
            summary?: string;
            propertyCount?: number;
            channels?: ("display" | "olv" | "ctv" | "social" | "audio" | "streaming_audio" | "dooh")[];
            regions?: string[];
            verticals?: string[];
            evidenceUrls?: string[];
            notes?: string;
            updatedBy?: string;
        };
        BuyerAutoApproval: {
            id: string;
            storefrontId: string;
            buyerCustomerId: number;
            /** @description The name that the buyer gave when it last bought */
            buyerName: string | null;
            autoApproveEnabled: boolean;
            reason: string | null;
            /** @description Media buys that would otherwise have been held */
            policyBypassCount: number;
            /** Format: date-time */
            lastPolicyBypassAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            createdBy: string | null;
            createdByCustomerId: number | null;
            updatedByCustomerId: number | null;
        };
        BuyerAutoApproveChange: {
            /** @description true: this buyer's media buys proceed immediately, whatever the acceptance policy says */
            enabled: boolean;
            /** @description The reason; if omitted, it stays as it was */
            reason?: string | null;
        };
        BuyerInstruction: {
            /** @description A decimal number, as a string */
            id: string;
            storefrontId: string;
            operatorDomain: string | null;
            brandDomain: string | null;
            discountPercent: number | null;
            notes: string | null;
            countries: string[] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description The user who created it; null if a service did */
            createdBy: string | null;
        };
        BuyerInstructionChange: {
            operatorDomain?: unknown;
            brandDomain?: unknown;
            /** @description Taken off your price. The largest of all matching discounts is used, so a specific one counts only if it is larger */
            discountPercent?: number | null;
            /** @description Other terms for these buyers; the notes of all matching rows apply */
            notes?: string | null;
            /** @description Null means everywhere; otherwise a buyer that names none of its countries does not match */
            countries?: string[] | null;
        };
        CallerKey: {
            id: string;
            name: string;
            operatorDomain: string;
            brandDomain: string | null;
            sandbox: boolean;
            /** @description The key's public part: caller_<clientId>_… */
            clientId: string;
            signing: {
                keyIds: string[];
                required: boolean;
            } | null;
            agentBilling: boolean;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        CompositionPricing: {
            /**
             * @default p75
             * @enum {string}
             */
            targetPercentile: "p50" | "p75" | "p90";
            rateCard: {
                currency?: string;
                /** @default [] */
                facts: {
                    id: string;
                    label: string;
                    appliesWhen: string;
                    hints: {
                        channels?: string[];
                        creativeTerms?: string[];
                        publisherDomains?: string[];
                        countries?: string[];
                        advertiserVerticals?: string[];
                        seasonality?: string[];
                        signalTags?: string[];
                        placementTags?: string[];
                    };
                    pricing: {
                        /**
                         * @default cpm
                         * @enum {string}
                         */
                        pricingModel: "cpm" | "vcpm" | "cpc" | "cpcv" | "cpv" | "cpp" | "cpa" | "flat_rate" | "time";
                        currency?: string;
                        targetPrice?: number;
                        floorPrice?: number;
                        ceilingPrice?: number;
                    };
                    /**
                     * @default default
                     * @enum {string}
                     */
                    strength: "hard_floor" | "default" | "guidance";
                    provenance?: string;
                    notes?: string;
                }[];
            };
        };
        CompositionPricingInput: {
            /**
             * @default p75
             * @enum {string}
             */
            targetPercentile?: "p50" | "p75" | "p90";
            /** @default {} */
            rateCard?: {
                currency?: string;
                /** @default [] */
                facts?: {
                    id: string;
                    label: string;
                    appliesWhen: string;
                    /** @default {} */
                    hints?: {
                        channels?: string[];
                        creativeTerms?: string[];
                        publisherDomains?: string[];
                        countries?: string[];
                        advertiserVerticals?: string[];
                        seasonality?: string[];
                        signalTags?: string[];
                        placementTags?: string[];
                    };
                    pricing: {
                        /**
                         * @default cpm
                         * @enum {string}
                         */
                        pricingModel?: "cpm" | "vcpm" | "cpc" | "cpcv" | "cpv" | "cpp" | "cpa" | "flat_rate" | "time";
                        currency?: string;
                        targetPrice?: number;
                        floorPrice?: number;
                        ceilingPrice?: number;
                    };
                    /**
                     * @default default
                     * @enum {string}
                     */
                    strength?: "hard_floor" | "default" | "guidance";
                    provenance?: string;
                    notes?: string;
                }[];
            };
        };
        ConfirmOrganisation: {
            /** @description From the link in the email; it can be used once */
            token: string;
        };
        ConfirmSignIn: {
            /** @description From the link in the email; it can be used once */
            token: string;
        };
        ConfirmSignUp: {
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
        CreatedCallerKey: {
            id: string;
            name: string;
            operatorDomain: string;
            brandDomain: string | null;
            sandbox: boolean;
            /** @description The key's public part: caller_<clientId>_… */
            clientId: string;
            signing: {
                keyIds: string[];
                required: boolean;
            } | null;
            agentBilling: boolean;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description The key itself: shown only once */
            key: string;
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
        CreativeEvaluation: {
            creativeId: string;
            evaluatorId: string;
            evaluatorVersion: string;
            /** @enum {string} */
            status: "pass" | "warn" | "fail";
            /**
             * @description Advisory: it decides nothing
             * @enum {string}
             */
            recommendation: "approve" | "manual_review" | "reject";
            /** @enum {string} */
            policyDecision: "definitely_on_policy" | "definitely_not_on_policy" | "needs_human_approval";
            summary: string;
            checks: {
                code: string;
                label: string;
                /** @enum {string} */
                category: "asset" | "brand_brief" | "format_seller" | "performance" | "policy_safety" | "readiness";
                /** @constant */
                stage: "approval";
                /** @enum {string} */
                status: "pass" | "warn" | "fail";
                detail: string;
                /** @enum {string} */
                severity: "hard" | "soft";
                blocking: boolean;
                evaluator_id: string;
                evaluator_version: string;
            }[];
            answers: {
                question: string;
                answer: string;
                confidence: number;
            }[];
        };
        CreativeReview: {
            /** @description The review's id: changed content of the creative has another one */
            id: string;
            storefrontId: string;
            creativeId: string;
            /** @description The media buy that it came with; null if it came separately */
            mediaBuyId: string | null;
            /** @description Null for a buyer on another system */
            buyerCustomerId: number | null;
            buyerName: string;
            /** @description The creative as in AdCP */
            submittedPayload: {
                [key: string]: unknown;
            };
            /** @description The version submitted before this one; null for the first */
            previousPayload: {
                [key: string]: unknown;
            } | null;
            /** @description What differs from the previous version, at most 100 fields; null for the first */
            changes: components["schemas"]["FieldChange"][] | null;
            /**
             * @description `revoked`: the buyer sent new content, or withdrew it
             * @enum {string}
             */
            status: "pending" | "approved" | "rejected" | "revoked";
            reviewedBy: string | null;
            /** Format: date-time */
            reviewedAt: string | null;
            reviewerNotes: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CreativeReviewDecision: {
            /** @enum {string} */
            status: "approved" | "rejected";
            /** @description Shown to the buyer */
            reviewer_notes?: string;
            /** @description The `id` of the review: decides only that submission; required if several buyers use the same creative id */
            review_id?: number | string;
        };
        CreativeReviewQuestion: {
            /** @description Instead of your active policy */
            acceptance_policy_text?: string;
            /** @description A domain, or a name; by default the buyer's domains */
            expected_brand?: string;
            questions?: string[];
            review_id?: number | string;
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
        DisabledJoinLink: {
            /** @constant */
            disabled: true;
            id: string;
        };
        DiscoveryCard: {
            storefrontId: string;
            platformId: string;
            /** @enum {string} */
            storefrontKind: "managed" | "external_pass_through";
            displayName: string;
            logoUrl: string | null;
            logoBackground: ("dark-bg" | "light-bg" | "transparent-bg") | null;
            description: string | null;
            website: string | null;
            brandColors: {
                [key: string]: string;
            } | null;
            channels: string[];
            countries: string[];
            acceptsAllCountries: boolean;
            coverageDeclarations: {
                channels: string[];
                countries: string[];
                acceptsAllCountries: boolean;
            }[];
            advertisingPolicies: string | null;
            coverage: {
                /** @enum {string} */
                channels: "declared" | "partial" | "unknown";
                /** @enum {string} */
                countries: "declared" | "partial" | "unknown";
            };
            provenance: {
                identity: {
                    /** @enum {string} */
                    displayName: "operator" | "registry" | "upstream_capabilities" | "unknown";
                    /** @enum {string} */
                    logoUrl: "operator" | "registry" | "upstream_capabilities" | "unknown";
                    /** @enum {string} */
                    description: "operator" | "registry" | "upstream_capabilities" | "unknown";
                    /** @enum {string} */
                    website: "operator" | "registry" | "upstream_capabilities" | "unknown";
                    /** @enum {string} */
                    brandColors: "operator" | "registry" | "upstream_capabilities" | "unknown";
                };
                coverage: {
                    /** @enum {string} */
                    channels: "operator" | "registry" | "upstream_capabilities" | "unknown";
                    /** @enum {string} */
                    countries: "operator" | "registry" | "upstream_capabilities" | "unknown";
                };
                /** @enum {string} */
                advertisingPolicies: "operator" | "registry" | "upstream_capabilities" | "unknown";
            };
        };
        DiscoveryTest: {
            source: {
                sourceId: string;
                name: string;
            };
            /** @constant */
            operation: "get_products";
            /**
             * @description empty: it answered without products; failed: it refused; not_reached: it did not answer, or cannot be asked
             * @enum {string}
             */
            outcome: "passed" | "empty" | "failed" | "not_reached";
            message: string;
            productCount: number;
            /** @description The first 20 */
            products: {
                productId: string;
                name: string | null;
            }[];
            /** Format: date-time */
            checkedAt: string;
            durationMs: number | null;
            trace: {
                operationId: null;
                taskId: null;
                contextId: null;
                debugId: null;
                /** @description Also in the server's log */
                requestId: string | null;
                traceparent: null;
            } | null;
            steps: {
                /** @enum {string} */
                key: "reach" | "get_products";
                label: string;
                /** @enum {string} */
                status: "completed" | "failed" | "not_checked";
                operation: string | null;
                httpStatus: null;
                endpoint: string | null;
                message: string | null;
            }[];
            run: null;
        };
        FeedModularSource: {
            inventorySourceId: string;
            sourceId: string;
            projection: components["schemas"]["InventorySourceRuntimeProjection"];
        };
        FieldChange: {
            /** @description Such as packages[0].budget */
            field: string;
            /** @description Null if the previous version did not have it */
            before: unknown;
            /** @description Null if this version no longer has it */
            after: unknown;
        };
        FoundMediaBuy: {
            /** @description The source's own id, or its task's id while there is none */
            sellerMediaBuyId: string;
            /** @enum {string} */
            status: "OPEN" | "TAKEN_IN" | "LEFT";
            sellerStatus: string;
            /** @description Whether the source was still deciding on it when it was asked */
            isUndecided: boolean;
            /** @description Null if the source does not say */
            currency: string | null;
            /** @description Of all its packages; null if the source does not say */
            budget: number | null;
            /** Format: date-time */
            startTime: string | null;
            /** Format: date-time */
            endTime: string | null;
            /** @description The buyer's account under which it was found; null for the storefront's own */
            account: string | null;
            products: {
                productId: string | null;
                budget: number | null;
            }[];
            /** @description The part of an order that it was adopted as */
            legId: string | null;
        };
        HouseDiscount: {
            /** @description A decimal number, as a string */
            id: string;
            storefrontId: string;
            houseDomain: string;
            /** @enum {string} */
            scope: "brand" | "operator";
            discountPercent: number;
            notes: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description The user who created it; null if a service did */
            createdBy: string | null;
        };
        HouseDiscountChange: {
            houseDomain?: unknown;
            scope?: unknown;
            /** @description Taken off your price, from 0 to 100. If a buyer instruction matches too, the larger discount is used */
            discountPercent?: number;
            notes?: string | null;
        };
        HouseHierarchy: {
            domain: string;
            /** @description From the domain up to its house */
            chain: string[];
            house: string;
            /** @description Whether a published hierarchy says so; if not, coverage says why */
            known: boolean;
            /**
             * @description Published; looked for and not found; or not looked for yet
             * @enum {string}
             */
            coverage: "registered" | "unregistered" | "unavailable";
            /** @description The last lookup failed: this is the result of an earlier one */
            resolverDegraded: boolean;
            /** @description Known, and itself the head of its house */
            isTop: boolean;
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
        IntelligenceRun: {
            /** @description A decimal number, as a string */
            id: string;
            /** @enum {string} */
            purpose: "live" | "simulation";
            storefrontId: string;
            buyerCustomerId: number | null;
            /** @description 0 if no version was active */
            operatingInstructionsVersion: number;
            buyerScope: {
                operatorDomain: string | null;
                brandDomain: string | null;
                country: string | null;
            };
            buyerInstructions: {
                matchedRowIds: string[];
                effectiveDiscountPercent: number | null;
                notes: string[];
            };
            brief: string | null;
            /** @enum {string} */
            buyingMode: "brief" | "wholesale" | "refine";
            /** @description The input to the composition; null if it was too large to keep */
            inventorySnapshot?: unknown;
            /** @description Empty: no model is asked */
            prompt?: string;
            rawLlmOutput?: null;
            parsedOutput: null;
            runRationale: string | null;
            explanation: {
                summary: string;
                selectedProducts: {
                    productId: string | null;
                    name: string | null;
                    description: string | null;
                    reasoning: string | null;
                    pricing: {
                        baseCpm: number | null;
                        currency: string | null;
                        operatorDiscount: number | null;
                        finalCpm: number | null;
                    } | null;
                    bundleIds: string[];
                    signalIds: string[];
                    formatIds: {
                        agentUrl: string | null;
                        id: string | null;
                    }[];
                }[];
                unpricedProducts: {
                    name: string | null;
                    reasoning: string | null;
                    reason: string;
                    bundleIds: string[];
                    signalIds: string[];
                }[];
                buyerInstructionNotes: string[];
                pricingNotes: string[];
                failure: {
                    code: string | null;
                    message: string | null;
                } | null;
            };
            composedProductIds: string[];
            result: {
                /** @enum {string} */
                kind: "ok" | "error" | "skipped";
                code: string | null;
                message: string | null;
            };
            modelProvider: string | null;
            modelName: string;
            durationMs: number | null;
            refineSnapshot: unknown;
            refinementAppliedSnapshot: unknown;
            requestAsks: string[];
            shownProductsSnapshot: unknown;
            pricingSummary: unknown;
            negotiationSummary: unknown;
            commercialOutcome: {
                /** @enum {string} */
                commercialResult: "booked" | "pending" | "rejected";
            } | null;
            evalLabel: unknown;
            /** Format: date-time */
            createdAt: string;
            /** @description Null if no source answered */
            disposition: ("responded" | "declined_fit" | "declined_policy" | "not_live") | null;
            posture: string | null;
            /** @enum {string} */
            productMode: "composition" | "passthrough";
            acceptancePolicyVersion: number | null;
            productRulesVersion: number | null;
            /** @description The version that read the brief */
            readingVersion: string | null;
            /** @description The version that ranked the products */
            rankingVersion: string | null;
            sourcesAsked: {
                sourceId: string | null;
                name: string;
                /** @description How many products it has for the brief; null if it did not say */
                products: number | null;
                reason: string | null;
                message: string | null;
            }[];
            /** @description What the sources offered but the buyer was not shown; at most 100 */
            exclusions: {
                productId: string;
                /** @enum {string} */
                by: "acceptance_policy" | "product_rules" | "product_count" | "operating_instructions";
                ruleId: string | null;
                reason: string;
            }[];
            proposalIds: string[];
        };
        IntelligenceRunLabel: {
            label: {
                [key: string]: unknown;
            };
        };
        IntelligenceRunReplay: {
            /** @description Whether the products, their order and their prices are the same */
            same: boolean;
            shownProductIds: string[];
            replayedProductIds: string[];
            /** @description Products that were added, removed, moved or repriced */
            differing: string[];
            productRulesVersion: number | null;
            /** @description Whether briefs are still read and products still ranked in the same way: if not, a different order means nothing */
            isRankedAlike: boolean;
        };
        InventorySource: {
            /** @description A decimal number, as a string; unique on the installation */
            id: string;
            /** @description Unique in the storefront */
            sourceId: string;
            name: string;
            description: string | null;
            /**
             * @description A simulated publisher is an AGENT: `simulation` says that it is one
             * @enum {string}
             */
            executionType: "AGENT" | "MANAGED_SALES_AGENT" | "LINKED_STOREFRONT" | "MODULAR_SOURCE";
            /** @enum {string} */
            status: "PENDING" | "ACTIVE" | "DISABLED";
            type: ("SALES" | "SIGNAL" | "CREATIVE" | "OUTCOME") | null;
            agentId: string | null;
            endpointUrl: string | null;
            protocol: ("MCP" | "A2A") | null;
            authenticationType: ("API_KEY" | "NO_AUTH" | "JWT" | "OAUTH" | "BASIC_AUTH") | null;
            /** @description Whether your credential is stored; it is never shown */
            authConfigured: boolean;
            /** @description Whether each buyer brings their own credential */
            requiresCredentials: boolean;
            /** @description Whether you require it, although your credential would work */
            buyersBringOwn: boolean;
            /** @description Why the last connection check failed, and what to do */
            connectionError: string | null;
            /**
             * Format: date-time
             * @description When the agent last reported its capabilities
             */
            connectedAt: string | null;
            /** @description As its agent says: with a library, creatives are synced to it; without one, they are sent in the packages; null if it does not say */
            creativeHasCreativeLibrary: boolean | null;
            simulation: {
                seed: string;
                name: string;
                publisherDomain: string;
                channels: ("ctv" | "olv" | "display" | "social" | "podcast" | "streaming_audio" | "dooh")[];
                /**
                 * @default [
                 *       "guaranteed",
                 *       "non_guaranteed"
                 *     ]
                 */
                deliveryTypes: ("guaranteed" | "non_guaranteed")[];
                currency: string;
                countries: string[];
                /** @default 6 */
                productCount: number;
                /**
                 * @description The language of its products
                 * @default en
                 * @enum {string}
                 */
                language: "en" | "de" | "fr" | "es" | "it" | "ja";
                /** @description What it writes, shows or plays, in its own words; by default, a channel's usual genres */
                sections?: {
                    name: string;
                    content: string;
                    audience: string;
                }[];
                /**
                 * @default {
                 *       "mode": "instant"
                 *     }
                 */
                approval: {
                    /** @constant */
                    mode: "instant";
                } | {
                    /** @constant */
                    mode: "manual";
                    /** @description Hours until the decision, by the caller's clock */
                    hours: number;
                    /** @description Set if the decision is no */
                    rejectReason?: string;
                } | {
                    /** @constant */
                    mode: "reject";
                    reason: string;
                };
                creativeRules: {
                    /**
                     * @default [
                     *       15,
                     *       30
                     *     ]
                     */
                    videoSeconds: number[];
                    /**
                     * @default [
                     *       30
                     *     ]
                     */
                    audioSeconds: number[];
                    /**
                     * @default [
                     *       "300x250",
                     *       "728x90"
                     *     ]
                     */
                    displaySizes: string[];
                    /** @default 10240 */
                    maxFileKb: number;
                    /**
                     * @description Whether a package delivers nothing until it has a creative
                     * @default false
                     */
                    wanted: boolean;
                    /** @description The same, only for packages of buyers of other systems, who buy over AdCP */
                    wantedOfAgents?: boolean;
                    /**
                     * @description Hours until a creative is approved, by the caller's clock
                     * @default 0
                     */
                    reviewHours: number;
                    /**
                     * @description Whether it keeps creatives in a library, or takes them in the packages
                     * @default false
                     */
                    library: boolean;
                };
                chaos: {
                    /**
                     * @description The mean; a call takes between half of it and one and a half times it
                     * @default 0
                     */
                    latencyMs: number;
                    /**
                     * @description Returns an error without having done anything
                     * @default 0
                     */
                    errorRate: number;
                    /**
                     * @description Carries out a create or an update, then does not answer until the deadline
                     * @default 0
                     */
                    duplicateRate: number;
                    /**
                     * @description Does nothing until the deadline
                     * @default 0
                     */
                    hangRate: number;
                };
            } | null;
            managedSa: null;
            /** @description Where to consent for your storefront, in a browser, within ten minutes; for a source that waits for consent */
            oauth?: {
                /** Format: uri */
                authorizationUrl: string;
                agentId: string;
                agentName: string;
            };
            /** @description The other storefront, and the status of the link to it */
            linkedStorefront: components["schemas"]["LinkedStorefront"] | null;
            isAdapterSource: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        InventorySourceChange: {
            name?: string;
            description?: string | null;
            /** Format: uri */
            endpointUrl?: string;
            /** @enum {string} */
            protocol?: "MCP" | "A2A";
            /** @enum {string} */
            authenticationType?: "API_KEY" | "NO_AUTH" | "JWT" | "OAUTH" | "BASIC_AUTH";
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
            }) | Record<string, never>;
            /** @description Each buyer brings their own credential, and yours is only used to test the agent; with OAUTH, each buyer consents separately */
            buyersBringOwn?: boolean;
            /** @enum {string} */
            status?: "PENDING" | "ACTIVE" | "DISABLED";
            simulation?: {
                seed: string;
                name: string;
                publisherDomain: string;
                channels: ("ctv" | "olv" | "display" | "social" | "podcast" | "streaming_audio" | "dooh")[];
                /**
                 * @default [
                 *       "guaranteed",
                 *       "non_guaranteed"
                 *     ]
                 */
                deliveryTypes?: ("guaranteed" | "non_guaranteed")[];
                currency: string;
                countries: string[];
                /** @default 6 */
                productCount?: number;
                /**
                 * @description The language of its products
                 * @default en
                 * @enum {string}
                 */
                language?: "en" | "de" | "fr" | "es" | "it" | "ja";
                /** @description What it writes, shows or plays, in its own words; by default, a channel's usual genres */
                sections?: {
                    name: string;
                    content: string;
                    audience: string;
                }[];
                /**
                 * @default {
                 *       "mode": "instant"
                 *     }
                 */
                approval?: {
                    /** @constant */
                    mode: "instant";
                } | {
                    /** @constant */
                    mode: "manual";
                    /** @description Hours until the decision, by the caller's clock */
                    hours: number;
                    /** @description Set if the decision is no */
                    rejectReason?: string;
                } | {
                    /** @constant */
                    mode: "reject";
                    reason: string;
                };
                requiresKey?: string | null;
                /** @default {} */
                creativeRules?: {
                    /**
                     * @default [
                     *       15,
                     *       30
                     *     ]
                     */
                    videoSeconds?: number[];
                    /**
                     * @default [
                     *       30
                     *     ]
                     */
                    audioSeconds?: number[];
                    /**
                     * @default [
                     *       "300x250",
                     *       "728x90"
                     *     ]
                     */
                    displaySizes?: string[];
                    /** @default 10240 */
                    maxFileKb?: number;
                    /**
                     * @description Whether a package delivers nothing until it has a creative
                     * @default false
                     */
                    wanted?: boolean;
                    /** @description The same, only for packages of buyers of other systems, who buy over AdCP */
                    wantedOfAgents?: boolean;
                    /**
                     * @description Hours until a creative is approved, by the caller's clock
                     * @default 0
                     */
                    reviewHours?: number;
                    /**
                     * @description Whether it keeps creatives in a library, or takes them in the packages
                     * @default false
                     */
                    library?: boolean;
                };
                /** @default {} */
                chaos?: {
                    /**
                     * @description The mean; a call takes between half of it and one and a half times it
                     * @default 0
                     */
                    latencyMs?: number;
                    /**
                     * @description Returns an error without having done anything
                     * @default 0
                     */
                    errorRate?: number;
                    /**
                     * @description Carries out a create or an update, then does not answer until the deadline
                     * @default 0
                     */
                    duplicateRate?: number;
                    /**
                     * @description Does nothing until the deadline
                     * @default 0
                     */
                    hangRate?: number;
                };
            };
        };
        InventorySourceDiagnostics: {
            source: {
                id: string;
                sourceId: string;
                name: string;
                /** @enum {string} */
                executionType: "AGENT" | "MANAGED_SALES_AGENT" | "LINKED_STOREFRONT" | "MODULAR_SOURCE";
                /** @enum {string} */
                status: "PENDING" | "ACTIVE" | "DISABLED";
                agentId: string | null;
                endpointUrl: string | null;
                protocol: ("MCP" | "A2A") | null;
                auth: {
                    type: string | null;
                    required: boolean;
                    configured: boolean;
                };
                capabilities: {
                    tools: string[];
                    /** @enum {string} */
                    products: "supported" | "unsupported" | "unknown";
                    /** @enum {string} */
                    createMediaBuy: "supported" | "unsupported" | "unknown";
                    /** @enum {string} */
                    updateMediaBuy: "supported" | "unsupported" | "unknown";
                    /** @enum {string} */
                    signals: "supported" | "unsupported" | "unknown";
                };
                health: {
                    /** @enum {string} */
                    status: "healthy" | "degraded" | "unhealthy" | "unknown";
                    lastError: string | null;
                    lastErrorCode: string | null;
                    /** Format: date-time */
                    lastErrorAt: string | null;
                    /** Format: date-time */
                    lastSuccessAt: string | null;
                    /** Format: date-time */
                    lastCheckedAt: string | null;
                };
                capabilityHealth: {
                    /** @description Derived from its connection check, and from its answers to buyers and tests */
                    inventory: {
                        status: ("healthy" | "degraded" | "unhealthy") | null;
                        observations: {
                            observer: string;
                            /** @enum {string} */
                            status: "healthy" | "degraded" | "unhealthy";
                            previousStatus: ("healthy" | "degraded" | "unhealthy") | null;
                            cause: string | null;
                            detail: string | null;
                            owner: string | null;
                            /** Format: date-time */
                            observedAt: string;
                            /** Format: date-time */
                            lastOkAt: string | null;
                        }[];
                    };
                    /** @description Derived from its delivery reports */
                    reporting: {
                        status: ("healthy" | "degraded" | "unhealthy") | null;
                        observations: {
                            observer: string;
                            /** @enum {string} */
                            status: "healthy" | "degraded" | "unhealthy";
                            previousStatus: ("healthy" | "degraded" | "unhealthy") | null;
                            cause: string | null;
                            detail: string | null;
                            owner: string | null;
                            /** Format: date-time */
                            observedAt: string;
                            /** Format: date-time */
                            lastOkAt: string | null;
                        }[];
                    };
                };
            };
            window: {
                hours: number;
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                endedAt: string;
                sampledActivityCount: number;
                /** @description There were more calls than can be read: only the newest count */
                activityTruncated: boolean;
                sampledTestRunCount: number;
            };
            performance: {
                requestCount: number;
                responseCount: number;
                exchangeCount: number;
                completedCount: number;
                failedCount: number;
                rejectedCount: number;
                timeoutCount: number;
                timeoutRate: number;
                errorRate: number;
                completedRate: number;
                /** @enum {string} */
                latencyStatus: "within_threshold" | "over_threshold" | "unknown";
                /** @description How long buyers wait for it */
                latencyThresholdMs: number;
                overThresholdCount: number;
                /** @description In milliseconds; null if nothing was measured */
                p50LatencyMs: number | null;
                /** @description In milliseconds; null if nothing was measured */
                p95LatencyMs: number | null;
                /** @description In milliseconds; null if nothing was measured */
                p99LatencyMs: number | null;
                unknownLatencyCount: number;
            };
            comparison: {
                previousWindow: {
                    /** Format: date-time */
                    startedAt: string;
                    /** Format: date-time */
                    endedAt: string;
                    exchangeCount: number;
                    issueCount: number;
                    timeoutCount: number;
                    errorRate: number;
                    /** @description In milliseconds; null if nothing was measured */
                    p95LatencyMs: number | null;
                    sampledActivityCount: number;
                    activityTruncated: boolean;
                };
                issueDelta: number;
                timeoutDelta: number;
                errorRateDelta: number;
                /** @description In milliseconds; null if nothing was measured */
                p95LatencyDeltaMs: number | null;
                /** @enum {string} */
                trend: "new_issue" | "worse" | "improved" | "recovered" | "unchanged" | "not_enough_data";
                summary: string;
            };
            /** @description The period in 24 parts, oldest first */
            timeline: {
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                endedAt: string;
                exchangeCount: number;
                issueCount: number;
                failedCount: number;
                rejectedCount: number;
                timeoutCount: number;
                errorRate: number;
                /** @description In milliseconds; null if nothing was measured */
                p95LatencyMs: number | null;
            }[];
            toolBreakdown: {
                tool: string;
                exchangeCount: number;
                completedCount: number;
                failedCount: number;
                rejectedCount: number;
                timeoutCount: number;
                /** @description In milliseconds; null if nothing was measured */
                p95LatencyMs: number | null;
            }[];
            discoveryParticipation: {
                calledCount: number;
                skippedCount: number;
                timedOutCount: number;
                skipReasons: {
                    reason: string;
                    count: number;
                }[];
            };
            outcomeMix: {
                returnedProductsCount: number;
                returnedNoProductsCount: number;
                failedCount: number;
                businessRejectedCount: number;
                timedOutCount: number;
                skippedCount: number;
            };
            demandImpact: {
                /** @description Buyers' requests for which it had nothing */
                buyerRequestsAffected: number;
                missedProductOpportunityCount: null;
                notes: string[];
            };
            /** @description The newest 20 */
            recentActivity: {
                id: number;
                /** Format: date-time */
                timestamp: string;
                tool: string;
                /** @enum {string} */
                taskStatus: "completed" | "rejected" | "failed" | "timeout" | "skipped";
                requestId: string;
                origin: {
                    /** @enum {string} */
                    kind: "sandbox_test" | "live_demand";
                };
                isIssue: boolean;
                summary: string | null;
            }[];
            diagnosis: {
                /** @enum {string} */
                severity: "ok" | "warning" | "critical" | "unknown";
                /** @constant */
                owner: "seller";
                topCause: string;
                issues: {
                    /** @enum {string} */
                    mode: "auth_missing" | "timeout_degraded" | "source_runtime_error" | "business_rejected" | "disabled_retired";
                    /** @enum {string} */
                    severity: "warning" | "critical";
                    count: number;
                    summary: string;
                }[];
                nextSteps: string[];
            };
        };
        InventorySourceLifecycleStage: {
            /** @enum {string} */
            stage: "LIST_ACCOUNTS" | "INGEST_AVAILS" | "SYNC_INVENTORY" | "GET_PRODUCTS" | "GET_MEDIA_BUYS" | "GET_ACCOUNT_RESOURCES" | "RESERVE_AVAILS" | "FINALIZE_BOOKING" | "RELEASE_BOOKING" | "RECONCILE_DELIVERY" | "SYNC_CREATIVES" | "TRAFFIC_CAMPAIGN" | "UPDATE_CAMPAIGN" | "SYNC_STATUS" | "IMPORT_REPORTING";
            supported: boolean;
            /** @enum {string} */
            status: "UNSUPPORTED" | "NOT_DECLARED" | "MISSING_SETUP" | "RUNTIME_INPUTS_REQUIRED" | "HITL_PENDING" | "READY" | "BLOCKED";
            modes: ("AUTOMATED" | "HITL" | "UNSUPPORTED")[];
            moduleInstanceIds: string[];
            moduleNames: string[];
            setupConfigured: boolean;
            runtimeInputsRequired: boolean;
            hitlRequired: boolean;
            openWorkItemCount: number;
            requiredRuntimeFieldSources: ("MODULE_CONFIG" | "INVENTORY_FEED" | "PRODUCT_METADATA" | "MEDIA_BUY_INPUT" | "CREATIVE_INPUT" | "REPORTING_UPLOAD" | "SYSTEM" | "MODULE_RESULT")[];
            missingSetupFieldsBySource: {
                /** @enum {string} */
                source: "MODULE_CONFIG" | "INVENTORY_FEED" | "PRODUCT_METADATA" | "MEDIA_BUY_INPUT" | "CREATIVE_INPUT" | "REPORTING_UPLOAD" | "SYSTEM" | "MODULE_RESULT";
                fields: string[];
            }[];
            issues: string[];
        };
        InventorySourceModuleProjection: {
            moduleRowId: string;
            inventorySourceId: string;
            moduleInstanceId: string;
            /** @enum {string} */
            kind: "INVENTORY_FEED" | "BOOKING_LEDGER" | "TRAFFICKING" | "STATUS_SYNC" | "REPORTING_IMPORT";
            name: string;
            provider: string | null;
            /**
             * @description ACTIVE is derived: configured and healthy
             * @enum {string}
             */
            status: "CONFIGURING" | "ACTIVE" | "DISABLED" | "ERROR";
            contractId: string | null;
            contractVersion: string | null;
            contract: {
                contractId: string;
                version: string;
                moduleType: string;
                /** @enum {string} */
                primaryKind: "INVENTORY_FEED" | "BOOKING_LEDGER" | "TRAFFICKING" | "STATUS_SYNC" | "REPORTING_IMPORT";
                displayName: string;
                description: string;
                /** @constant */
                maturity?: "sandbox";
                constraints: string[];
            } | null;
            /** @description For a credential only the kind, as credential:API_KEY */
            configuredFieldKeys: string[];
            missingSetupFieldsBySource: {
                /** @enum {string} */
                source: "MODULE_CONFIG" | "INVENTORY_FEED" | "PRODUCT_METADATA" | "MEDIA_BUY_INPUT" | "CREATIVE_INPUT" | "REPORTING_UPLOAD" | "SYSTEM" | "MODULE_RESULT";
                fields: string[];
            }[];
            lifecycle: {
                /** @enum {string} */
                stage: "LIST_ACCOUNTS" | "INGEST_AVAILS" | "SYNC_INVENTORY" | "GET_PRODUCTS" | "GET_MEDIA_BUYS" | "GET_ACCOUNT_RESOURCES" | "RESERVE_AVAILS" | "FINALIZE_BOOKING" | "RELEASE_BOOKING" | "RECONCILE_DELIVERY" | "SYNC_CREATIVES" | "TRAFFIC_CAMPAIGN" | "UPDATE_CAMPAIGN" | "SYNC_STATUS" | "IMPORT_REPORTING";
                /** @enum {string} */
                mode: "AUTOMATED" | "HITL" | "UNSUPPORTED";
                description: string;
                /** @enum {string} */
                workItemKind?: "APPROVE_MEDIA_BUY" | "APPROVE_MEDIA_BUY_CANCELLATION" | "REVIEW_CREATIVE" | "CONFIRM_AVAILS" | "APPROVE_RATE_EXCEPTION" | "MAP_CREATIVE_REF" | "SYNC_UPSTREAM_CREATIVE" | "EXECUTE_UPSTREAM_BOOKING" | "TRAFFIC_TO_CADENT" | "RESOLVE_TRAFFICKING_ERROR" | "UPLOAD_FINAL_REPORT" | "RESOLVE_SOURCE_HEALTH" | "GENERAL";
                outputKeys: string[];
                taskContract: {
                    [key: string]: unknown;
                };
                requiredFieldsBySource: {
                    /** @enum {string} */
                    source: "MODULE_CONFIG" | "INVENTORY_FEED" | "PRODUCT_METADATA" | "MEDIA_BUY_INPUT" | "CREATIVE_INPUT" | "REPORTING_UPLOAD" | "SYSTEM" | "MODULE_RESULT";
                    fields: string[];
                }[];
                missingSetupFieldsBySource: {
                    /** @enum {string} */
                    source: "MODULE_CONFIG" | "INVENTORY_FEED" | "PRODUCT_METADATA" | "MEDIA_BUY_INPUT" | "CREATIVE_INPUT" | "REPORTING_UPLOAD" | "SYSTEM" | "MODULE_RESULT";
                    fields: string[];
                }[];
                moduleConfigReady: boolean;
            }[];
            openWorkItemCount: number;
            openWorkItemCountsByKind: {
                [key: string]: number;
            };
            lastError: string | null;
            /** Format: date-time */
            lastCheckedAt: string | null;
            /** @description Entries that begin with info: are informational and block nothing */
            issues: string[];
        };
        InventorySourceRuntimeProjection: {
            inventorySource: {
                id: string;
                storefrontId: string;
                sourceId: string;
                name: string;
                /** @constant */
                executionType: "MODULAR_SOURCE";
                status: string;
                healthStatus: string;
                lastError: string | null;
                /** Format: date-time */
                lastCheckedAt: string | null;
            };
            modules: components["schemas"]["InventorySourceModuleProjection"][];
            /** @description One row per stage, for the operator and never for buyers */
            lifecycleSummary: components["schemas"]["InventorySourceLifecycleStage"][];
            openWorkItemCount: number;
            openWorkItemCountsByKind: {
                [key: string]: number;
            };
            /** @description Neither withdrawn nor past; a sold-out avail counts */
            activeAvailCount: number;
            feed: {
                revision: number;
                /** Format: date-time */
                confirmedAt: string | null;
                url: string | null;
                everyHours: number | null;
                /** @description Why the last fetch could not be read */
                error: string | null;
            };
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
        JoinLink: {
            /** @description A decimal number, as a string */
            id: string;
            slug: string;
            /** @description The link's path, without an origin */
            joinPath: string;
            /** @description Your organisation */
            sellerCustomerId: number;
            /** @description The storefront that newcomers will see */
            storefrontId: number;
            /** @constant */
            role: "BUYER";
            /** @enum {string} */
            posture: "prepay" | "credit";
            /** @enum {string} */
            approvalPolicy: "auto_approve" | "manual_approve" | "invite_only" | "closed";
            active: boolean;
            /** @description How many have signed up and confirmed their address */
            uses: number;
            maxUses: number | null;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        JoinLinkContext: {
            slug: string;
            /** @description Whether the link admits new buyers; if not, everything else is null */
            valid: boolean;
            storefrontName: string | null;
            operatorDomain: string | null;
            logoUrl: string | null;
            brandColors: {
                [key: string]: string;
            } | null;
            defaultCurrency: string | null;
            supportedLanguages: string[] | null;
        };
        JoinLinkFunnel: {
            /** @description A decimal number, as a string */
            joinLinkId: string;
            slug: string;
            /** @description Views of its page, excluding known bots, link previews and prefetches. No cookies are used, so one person may be counted more than once; a view appears after about a second */
            views: number;
            /** @description How often its form was sent */
            started: number;
            /** @description How many organisations proved their address and joined */
            confirmed: number;
            /** @description How many of these are no longer waiting for your approval */
            approved: number;
            /** @description How many of these have bought: a source has booked at least one media buy */
            bought: number;
        };
        Joined: {
            /** @description Your organisation */
            buyerCustomerId: number;
            storefrontName: string;
            /** @enum {string} */
            status: "pending" | "active" | "suspended";
            /** @description Your first API key, shown only once; null while you wait, and if you already have one */
            apiKey: string | null;
        };
        LearnedDefaultPosture: {
            /** @description Null unpins it */
            posture: ("direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror") | null;
        };
        LinkedParty: {
            /** @description A decimal number, as a string */
            storefrontId: string;
            platformId: string;
            name: string;
            publisherDomain: string | null;
        };
        LinkedStorefront: {
            linkId: number;
            /** @enum {string} */
            status: "PENDING" | "ACTIVE" | "REJECTED" | "CANCELLED";
            /** @description The storefront that asked, which buys */
            buyer: components["schemas"]["LinkedParty"];
            /** @description The storefront that was asked, which sells */
            seller: components["schemas"]["LinkedParty"];
            requestMessage: string | null;
            responseMessage: string | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            respondedAt: string | null;
            /** Format: date-time */
            cancelledAt: string | null;
            cancelledBy: ("BUYER" | "SELLER") | null;
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
        MediaBuyApproval: {
            id: string;
            /**
             * @description Always `create`: updates of an approved media buy proceed immediately
             * @enum {string}
             */
            kind: "create" | "update";
            storefrontId: string;
            mediaBuyId: string;
            /** @description Null for a buyer on another system */
            buyerCustomerId: number | null;
            buyerName: string;
            /** @description The buyer's request, as in AdCP */
            submittedPayload: {
                [key: string]: unknown;
            };
            /** @description What its buyer last changed while it waited, at most 100 fields; null if it is as first submitted */
            changes: components["schemas"]["FieldChange"][] | null;
            /**
             * @description revoked: its buyer has canceled it
             * @enum {string}
             */
            status: "pending" | "approved" | "rejected" | "revoked";
            reviewedBy: string | null;
            /** Format: date-time */
            reviewedAt: string | null;
            reviewerNotes: string | null;
            /**
             * Format: date-time
             * @description When the last source had answered, whether it accepted its part or not; null before that
             */
            forwardedAt: string | null;
            /**
             * Format: date-time
             * @description When it is rejected automatically if it is still pending; null for media buys from before there was a limit
             */
            expiresAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        MediaBuyDecision: {
            /** @enum {string} */
            status: "approved" | "rejected";
            /** @description The buyer reads them: if you reject, say what to change */
            reviewerNotes?: string;
        };
        MediaBuyEvaluation: {
            mediaBuyId: string;
            evaluatorId: string;
            evaluatorVersion: string;
            /** @enum {string} */
            policyDecision: "definitely_on_policy" | "definitely_not_on_policy" | "needs_human_approval";
            /**
             * @description Advisory: anything that violates the policy also waits for a person
             * @enum {string}
             */
            recommendation: "auto_approve" | "escalate_to_human" | "auto_reject";
            rejectionReason: string | null;
            summary: string;
            checks: {
                code: string;
                label: string;
                /** @enum {string} */
                category: "asset" | "brand_brief" | "format_seller" | "performance" | "policy_safety" | "readiness";
                /** @constant */
                stage: "approval";
                /** @enum {string} */
                status: "pass" | "warn" | "fail";
                detail: string;
                /** @enum {string} */
                severity: "hard" | "soft";
                blocking: boolean;
                evaluator_id: string;
                evaluator_version: string;
            }[];
        };
        MediaBuyForwarded: {
            id: string;
            /**
             * @description Always `create`: updates of an approved media buy proceed immediately
             * @enum {string}
             */
            kind: "create" | "update";
            storefrontId: string;
            mediaBuyId: string;
            /** @description Null for a buyer on another system */
            buyerCustomerId: number | null;
            buyerName: string;
            /** @description The buyer's request, as in AdCP */
            submittedPayload: {
                [key: string]: unknown;
            };
            /** @description What its buyer last changed while it waited, at most 100 fields; null if it is as first submitted */
            changes: components["schemas"]["FieldChange"][] | null;
            /**
             * @description revoked: its buyer has canceled it
             * @enum {string}
             */
            status: "pending" | "approved" | "rejected" | "revoked";
            reviewedBy: string | null;
            /** Format: date-time */
            reviewedAt: string | null;
            reviewerNotes: string | null;
            /**
             * Format: date-time
             * @description When the last source had answered, whether it accepted its part or not; null before that
             */
            forwardedAt: string | null;
            /**
             * Format: date-time
             * @description When it is rejected automatically if it is still pending; null for media buys from before there was a limit
             */
            expiresAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /**
             * @description deferred: the request is already being processed, ask again in a moment. Omitted if no source was asked
             * @enum {string}
             */
            forwardOutcome?: "deferred" | "all_completed" | "all_submitted" | "partial" | "all_failed";
            /** @description The result at each source; a source that gave no answer is asked again automatically */
            forwardResult?: {
                sourceId: string;
                status: string;
                upstreamMediaBuyId?: string;
            }[];
            forwardError?: string | null;
        };
        MediaBuyRetry: {
            /**
             * @description Asks sources again that refused it: only if all refused, none holds a part, and the buyer has not been notified
             * @default false
             */
            forceTerminal?: boolean;
            /** @description For the audit log */
            reason?: string;
        };
        MediaBuySettlement: {
            /** @constant */
            outcome: "booked";
            /** @description The source's own id for its part */
            upstreamMediaBuyId: string;
            /** @description For the audit log */
            note?: string;
        } | {
            /** @constant */
            outcome: "not_booked";
            /** @description The buyer reads it */
            note?: string;
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
        ModularAvail: {
            availId: string;
            name: string;
            collectionId: string;
            collectionName: string;
            collectionDescription?: string | null;
            channel: string | null;
            startTime: string;
            endTime: string;
            /** @description Net: what may be sold here */
            impressionsCapacity: number;
            /** @description For information; already subtracted */
            upstreamBookedImpressions?: number;
            cpm?: number;
            currency?: string;
            targeting?: {
                [key: string]: unknown;
            };
            sourceMetadata?: {
                [key: string]: unknown;
            };
            formatOptions: {
                [key: string]: unknown;
            }[];
            publisherProperties: {
                [key: string]: unknown;
            }[];
        };
        ModularAvailsIngest: {
            /**
             * @description Stores the avails; if omitted, raw rows are previewed
             * @constant
             */
            confirmed?: true;
            /** @description Normalised avails, as returned by a preview */
            avails?: {
                [key: string]: unknown;
            }[];
            rawRows?: {
                [key: string]: unknown;
            }[];
            csvText?: string;
            jsonText?: string;
            /** @description A preview, to be stored as shown */
            uploadId?: string;
            /** @description Withdraws every avail that is not included; only with confirmed */
            fullReplacement?: boolean;
            defaultCollectionId?: string;
            defaultCollectionName?: string;
            defaultCollectionDescription?: string;
            defaultChannel?: string;
            defaultFormatOptions?: {
                [key: string]: unknown;
            }[];
            defaultPublisherProperties?: {
                [key: string]: unknown;
            }[];
            defaultStartTime?: string;
            defaultEndTime?: string;
        };
        ModularAvailsIngestResult: {
            /** @constant */
            previewOnly?: true;
            inputSource?: string;
            /** @description To store what is shown here, send this with confirmed: true */
            uploadId?: string;
            parsedAvailCount?: number;
            rejectedRowCount?: number;
            warningCount?: number;
            /** @description The first 2,000 */
            avails?: components["schemas"]["ModularAvail"][];
            /** @description The first 1,000 */
            rejectedRows?: {
                rowNumber: number;
                rawRow: {
                    [key: string]: unknown;
                };
                diagnostics: {
                    /** @description Starts at 1, after the header */
                    rowNumber: number;
                    field: string;
                    /** @enum {string} */
                    code: "REQUIRED_FIELD_MISSING" | "INVALID_DATE_TIME" | "INVALID_NUMBER" | "INVALID_CURRENCY" | "INVALID_CANONICAL_FORMATS" | "INVALID_PUBLISHER_PROPERTIES" | "GROSS_CAPACITY_NORMALIZED" | "GROSS_CAPACITY_ASSUMED_NET";
                    message: string;
                    /** @description The column's name in the file */
                    column: string | null;
                    /** @description The value in the file */
                    value: string | null;
                    /** @description What to do about it */
                    mend: string | null;
                }[];
            }[];
            warnings?: {
                /** @description Starts at 1, after the header */
                rowNumber: number;
                field: string;
                /** @enum {string} */
                code: "REQUIRED_FIELD_MISSING" | "INVALID_DATE_TIME" | "INVALID_NUMBER" | "INVALID_CURRENCY" | "INVALID_CANONICAL_FORMATS" | "INVALID_PUBLISHER_PROPERTIES" | "GROSS_CAPACITY_NORMALIZED" | "GROSS_CAPACITY_ASSUMED_NET";
                message: string;
                /** @description The column's name in the file */
                column: string | null;
                /** @description The value in the file */
                value: string | null;
                /** @description What to do about it */
                mend: string | null;
            }[];
            note?: string;
            ingestedAvailCount?: number;
            withdrawnAvailCount?: number;
            projection?: components["schemas"]["InventorySourceRuntimeProjection"];
            /** @description The first 200 of the source */
            products?: components["schemas"]["ModularInventoryProduct"][];
        };
        ModularAvailsPreview: {
            /** @constant */
            previewOnly: true;
            inputSource: string;
            /** @description To store what is shown here, send this with confirmed: true */
            uploadId: string;
            parsedAvailCount: number;
            rejectedRowCount: number;
            warningCount: number;
            /** @description The first 2,000 */
            avails: components["schemas"]["ModularAvail"][];
            /** @description The first 1,000 */
            rejectedRows: {
                rowNumber: number;
                rawRow: {
                    [key: string]: unknown;
                };
                diagnostics: {
                    /** @description Starts at 1, after the header */
                    rowNumber: number;
                    field: string;
                    /** @enum {string} */
                    code: "REQUIRED_FIELD_MISSING" | "INVALID_DATE_TIME" | "INVALID_NUMBER" | "INVALID_CURRENCY" | "INVALID_CANONICAL_FORMATS" | "INVALID_PUBLISHER_PROPERTIES" | "GROSS_CAPACITY_NORMALIZED" | "GROSS_CAPACITY_ASSUMED_NET";
                    message: string;
                    /** @description The column's name in the file */
                    column: string | null;
                    /** @description The value in the file */
                    value: string | null;
                    /** @description What to do about it */
                    mend: string | null;
                }[];
            }[];
            warnings: {
                /** @description Starts at 1, after the header */
                rowNumber: number;
                field: string;
                /** @enum {string} */
                code: "REQUIRED_FIELD_MISSING" | "INVALID_DATE_TIME" | "INVALID_NUMBER" | "INVALID_CURRENCY" | "INVALID_CANONICAL_FORMATS" | "INVALID_PUBLISHER_PROPERTIES" | "GROSS_CAPACITY_NORMALIZED" | "GROSS_CAPACITY_ASSUMED_NET";
                message: string;
                /** @description The column's name in the file */
                column: string | null;
                /** @description The value in the file */
                value: string | null;
                /** @description What to do about it */
                mend: string | null;
            }[];
            note: string;
        };
        ModularBooking: {
            bookingId: string;
            availId: string;
            mediaBuyId: string;
            packageId: string | null;
            requestedImpressions: number;
            /** @enum {string} */
            status: "HELD" | "BOOKED" | "RELEASED" | "CANCELLED";
        };
        ModularCsvTemplate: {
            fileName: string;
            /** @constant */
            contentType: "text/csv";
            content: string;
        };
        ModularFeedDefaults: {
            defaultCollectionId?: string;
            defaultCollectionName?: string;
            defaultCollectionDescription?: string;
            defaultChannel?: string;
            defaultFormatOptions?: {
                [key: string]: unknown;
            }[];
            defaultPublisherProperties?: {
                [key: string]: unknown;
            }[];
            defaultStartTime?: string;
            defaultEndTime?: string;
        };
        ModularFeedSchedule: {
            /** Format: uri */
            url: string;
            /** @default 24 */
            everyHours?: number;
            defaultCollectionId?: string;
            defaultCollectionName?: string;
            defaultCollectionDescription?: string;
            defaultChannel?: string;
            defaultFormatOptions?: {
                [key: string]: unknown;
            }[];
            defaultPublisherProperties?: {
                [key: string]: unknown;
            }[];
            defaultStartTime?: string;
            defaultEndTime?: string;
        };
        ModularFinalization: {
            mediaBuyId: string;
            packageId?: string;
            buyerCustomerId: number | string;
            availId: string;
            campaignName?: string;
            advertiserName?: string;
            advertiserExternalRef?: string;
            creative?: {
                clientCopyMasterRef?: string;
                duration?: string;
            };
        };
        ModularFinalizationResult: {
            booking: components["schemas"]["ModularBooking"];
            /** @enum {string} */
            executionStatus?: "PENDING_TRAFFICKING" | "BOOKED";
            workItems: components["schemas"]["WorkItem"][];
            projection: components["schemas"]["InventorySourceRuntimeProjection"];
        };
        ModularInventoryProduct: {
            productId: string;
            availId: string;
            collectionId: string;
            collectionName: string;
            name: string;
            description: string;
            channel: string | null;
            formatOptions: {
                [key: string]: unknown;
            }[];
            publisherProperties: {
                [key: string]: unknown;
            }[];
            startTime: string;
            endTime: string;
            impressionsCapacity: number;
            heldImpressions: number;
            bookedImpressions: number;
            /** @description Free impressions: capacity less held and booked, never below zero */
            availableImpressions: number;
            cpm: number | null;
            currency: string | null;
            targeting: {
                [key: string]: unknown;
            };
            sourceMetadata: {
                [key: string]: unknown;
            };
            cadent: null;
        };
        ModularInventoryProducts: {
            products: components["schemas"]["ModularInventoryProduct"][];
        };
        ModularRelease: {
            mediaBuyId: string;
            packageId?: string;
            buyerCustomerId: number | string;
            availId: string;
        };
        ModularReport: {
            /** @description Null if no row of it could be used */
            reportId: string | null;
            /** @description False for a file that was imported before: then nothing is done */
            changed: boolean;
            rowCount: number;
            /** @description For the days that this report covers */
            deliveredImpressions: number;
            spend: number;
            currency: string;
            bookings: {
                bookingId: string;
                mediaBuyId: string;
                packageId: string | null;
                availId: string;
            }[];
            rejectedRows: {
                rowNumber: number;
                column: string | null;
                value: string | null;
                message: string;
            }[];
            completedWorkItems: string[];
        };
        ModularReportColumnMapping: {
            /** @description The UTC day of a row; if not mapped, a row covers its whole flight */
            day?: string;
            bookingId?: string;
            upstreamOrderId?: string;
            packageId?: string;
            availId?: string;
            impressions: string;
            clicks?: string;
            /** @description In the report's currency; if not mapped, impressions are charged at the booked CPM */
            spend?: string;
            views?: string;
            completedViews?: string;
            /**
             * @description running: each row has the cumulative total up to its day
             * @enum {string}
             */
            totals?: "daily" | "running";
        };
        ModularReportUpload: {
            /** @description Instead of a file */
            csvText?: string;
            /** @description Only for this report; by default, the module's */
            columnMapping?: components["schemas"]["ModularReportColumnMapping"];
        };
        ModularReservation: {
            productId?: string;
            availId?: string;
            mediaBuyId: string;
            packageId?: string;
            buyerCustomerId: number | string;
            requestedImpressions: number;
            /** @description 1,440 unless the ledger is configured differently */
            holdMinutes?: number;
        };
        ModuleAttachment: {
            contractId: string;
            /** @description Your own name for it; by default derived from its kind */
            moduleInstanceId?: string;
            name?: string;
            config?: {
                [key: string]: unknown;
            };
        };
        ModuleCatalogue: {
            modules: {
                contractId: string;
                version: string;
                moduleType: string;
                /** @enum {string} */
                primaryKind: "INVENTORY_FEED" | "BOOKING_LEDGER" | "TRAFFICKING" | "STATUS_SYNC" | "REPORTING_IMPORT";
                displayName: string;
                description: string;
                /** @constant */
                maturity?: "sandbox";
                constraints: string[];
                configFields: string[];
                requiredFields: string[];
            }[];
        };
        ModuleConfigChange: {
            config: {
                [key: string]: unknown;
            };
            /**
             * @description false replaces the configuration
             * @default true
             */
            merge?: boolean;
            /**
             * @description ACTIVE is derived
             * @enum {string}
             */
            status?: "CONFIGURING" | "DISABLED" | "ERROR";
        };
        ModuleCredential: {
            /** @description Stored encrypted and never returned: such as { apiKey }, { token } or { clientId, clientSecret } */
            auth: {
                [key: string]: unknown;
            };
            /** @default [] */
            scopes?: string[];
            /**
             * Format: date-time
             * @default null
             */
            expiresAt?: string | null;
            /**
             * Format: date-time
             * @default null
             */
            lastRefreshedAt?: string | null;
            /** @default {} */
            metadata?: {
                [key: string]: unknown;
            };
        };
        ModuleCredentialStatus: {
            credentialId: string;
            moduleInstanceId: string;
            /** @enum {string} */
            credentialKind: "API_KEY" | "BEARER" | "OAUTH";
            /** @enum {string} */
            status: "PENDING" | "ACTIVE" | "EXPIRED" | "REVOKED" | "ERROR";
            scopes: string[];
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            lastRefreshedAt: string | null;
            metadata: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            revokedAt: string | null;
        };
        NewAcceptancePolicy: {
            /** @description Markdown. A line `Block buyers: casino.com, bets.com` refuses those operators and brands; a line `Block products: main:homepage` withholds those products from all buyers. `Review buyers: …` and `Review products: …` make their media buys wait for a person; `all` stands for every one. Everything else is for whoever decides approvals */
            content: string;
            /** @description Why this version was written; never shown to buyers */
            notes?: string;
            /**
             * @description Activate it immediately, instead of the active one
             * @default false
             */
            activate?: boolean;
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
        NewBuyerInstruction: {
            /** @description The agency or platform that buys; null means any */
            operatorDomain: string | null;
            /** @description The advertiser's brand; null means any */
            brandDomain: string | null;
            /** @description Taken off your price. The largest of all matching discounts is used, so a specific one counts only if it is larger */
            discountPercent: number | null;
            /** @description Other terms for these buyers; the notes of all matching rows apply */
            notes: string | null;
            /** @description Null means everywhere; otherwise a buyer that names none of its countries does not match */
            countries: string[] | null;
        };
        NewCallerKey: {
            /** @description Who it is for, as your people know them */
            name: string;
            /** @description The operator of the media buys made with it, such as an agency's domain */
            operatorDomain: string;
            /** @description The only brand that it may buy for; by default, any */
            brandDomain?: string;
            /**
             * @description It can only buy in sandbox accounts
             * @default false
             */
            sandbox?: boolean;
            /**
             * @description You may also invoice its holder (AdCP's billing agent or advertiser); by default, only the operator
             * @default false
             */
            agentBilling?: boolean;
            /**
             * Format: date-time
             * @description At most a year from now; by default, the key is valid until it is revoked
             */
            expiresAt?: string;
            /** @description How the caller signs its requests (RFC 9421, AdCP's profile) */
            signing?: {
                /** @description The caller's public keys. A key with another purpose is recognised by it, and refused */
                jwks: {
                    keys: ({
                        /** @description The key id that signatures refer to: unique at your storefront */
                        kid: string;
                        /** @enum {string} */
                        kty: "OKP" | "EC";
                        /** @enum {string} */
                        crv: "Ed25519" | "P-256";
                        x: string;
                        y?: string;
                        /** @enum {string} */
                        alg: "EdDSA" | "ES256";
                        /** @description Includes verify, for a key that signs requests */
                        key_ops: string[];
                        /** @description Its purpose: request-signing, or any other that your keys have */
                        adcp_use: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                };
                /**
                 * @description Refuse unsigned writes
                 * @default false
                 */
                required?: boolean;
            };
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
        NewFeedModularSource: {
            name: string;
            /** @description Unique in the storefront; by default derived from the name */
            sourceId?: string;
            /** @default true */
            includeBookingLedger?: boolean;
            availsSource?: {
                /** @enum {string} */
                type?: "upload" | "spreadsheet" | "api" | "manual" | "unknown";
                cadence?: string;
                description?: string;
            };
            booking?: {
                /** @enum {string} */
                mode?: "booking_ledger" | "manual" | "upstream_oms";
                systemName?: string;
                notes?: string;
            };
            execution?: {
                /** @enum {string} */
                mode?: "manual" | "upstream_system" | "none";
                systemName?: string;
                notes?: string;
            };
            reporting?: {
                /** @enum {string} */
                mode?: "upload" | "manual" | "upstream_export" | "api" | "none";
                systemName?: string;
                sampleAvailable?: boolean;
                notes?: string;
            };
            creative?: {
                /** @enum {string} */
                mode?: "manual" | "upstream_system" | "none";
                systemName?: string;
                notes?: string;
            };
            notes?: string;
        };
        NewHouseDiscount: {
            /** @description A house, such as nike.com: what is known to belong to it is included */
            houseDomain: string;
            /**
             * @description Whether the buy's brand must belong to the house, or its operator
             * @enum {string}
             */
            scope: "brand" | "operator";
            /** @description Taken off your price, from 0 to 100. If a buyer instruction matches too, the larger discount is used */
            discountPercent: number;
            notes: string | null;
        };
        NewInventorySource: {
            name: string;
            /** @description Unique in the storefront; by default derived from the name */
            sourceId?: string;
            /**
             * @default AGENT
             * @enum {string}
             */
            executionType?: "AGENT" | "SIMULATED" | "LINKED_STOREFRONT";
            /** @enum {string} */
            type?: "SALES" | "SIGNAL" | "CREATIVE" | "OUTCOME";
            /** Format: uri */
            endpointUrl?: string;
            /** @enum {string} */
            protocol?: "MCP" | "A2A";
            /** @enum {string} */
            authenticationType?: "API_KEY" | "NO_AUTH" | "JWT" | "OAUTH" | "BASIC_AUTH";
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
            }) | Record<string, never>;
            /** @description Each buyer brings their own credential, and yours is only used to test the agent; with OAUTH, each buyer consents separately */
            buyersBringOwn?: boolean;
            description?: string;
            /** @description What a SIMULATED source simulates; sandboxes only */
            simulation?: {
                seed: string;
                name: string;
                publisherDomain: string;
                channels: ("ctv" | "olv" | "display" | "social" | "podcast" | "streaming_audio" | "dooh")[];
                /**
                 * @default [
                 *       "guaranteed",
                 *       "non_guaranteed"
                 *     ]
                 */
                deliveryTypes?: ("guaranteed" | "non_guaranteed")[];
                currency: string;
                countries: string[];
                /** @default 6 */
                productCount?: number;
                /**
                 * @description The language of its products
                 * @default en
                 * @enum {string}
                 */
                language?: "en" | "de" | "fr" | "es" | "it" | "ja";
                /** @description What it writes, shows or plays, in its own words; by default, a channel's usual genres */
                sections?: {
                    name: string;
                    content: string;
                    audience: string;
                }[];
                /**
                 * @default {
                 *       "mode": "instant"
                 *     }
                 */
                approval?: {
                    /** @constant */
                    mode: "instant";
                } | {
                    /** @constant */
                    mode: "manual";
                    /** @description Hours until the decision, by the caller's clock */
                    hours: number;
                    /** @description Set if the decision is no */
                    rejectReason?: string;
                } | {
                    /** @constant */
                    mode: "reject";
                    reason: string;
                };
                /**
                 * @description The API key it accepts; null accepts anybody
                 * @default null
                 */
                requiresKey?: string | null;
                /** @default {} */
                creativeRules?: {
                    /**
                     * @default [
                     *       15,
                     *       30
                     *     ]
                     */
                    videoSeconds?: number[];
                    /**
                     * @default [
                     *       30
                     *     ]
                     */
                    audioSeconds?: number[];
                    /**
                     * @default [
                     *       "300x250",
                     *       "728x90"
                     *     ]
                     */
                    displaySizes?: string[];
                    /** @default 10240 */
                    maxFileKb?: number;
                    /**
                     * @description Whether a package delivers nothing until it has a creative
                     * @default false
                     */
                    wanted?: boolean;
                    /** @description The same, only for packages of buyers of other systems, who buy over AdCP */
                    wantedOfAgents?: boolean;
                    /**
                     * @description Hours until a creative is approved, by the caller's clock
                     * @default 0
                     */
                    reviewHours?: number;
                    /**
                     * @description Whether it keeps creatives in a library, or takes them in the packages
                     * @default false
                     */
                    library?: boolean;
                };
                /** @default {} */
                chaos?: {
                    /**
                     * @description The mean; a call takes between half of it and one and a half times it
                     * @default 0
                     */
                    latencyMs?: number;
                    /**
                     * @description Returns an error without having done anything
                     * @default 0
                     */
                    errorRate?: number;
                    /**
                     * @description Carries out a create or an update, then does not answer until the deadline
                     * @default 0
                     */
                    duplicateRate?: number;
                    /**
                     * @description Does nothing until the deadline
                     * @default 0
                     */
                    hangRate?: number;
                };
            };
            /** @description The storefront that a LINKED_STOREFRONT sells from */
            platformId?: string;
            /** @description The message to the operator of that storefront */
            requestMessage?: string;
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
        NewJoinLink: {
            /** @description Your storefront; may be omitted if your key has only one */
            storefrontId?: number | string;
            /**
             * @description Cannot be changed later
             * @default manual_approve
             * @enum {string}
             */
            approvalPolicy?: "auto_approve" | "manual_approve" | "invite_only" | "closed";
            /** @description By default, derived from the storefront's name */
            slug?: string;
            /**
             * Format: date-time
             * @description By default, never
             */
            expiresAt?: string;
            /** @description How many may sign up; by default, any number. Somebody who has not confirmed their email address yet holds a place for a day */
            maxUses?: number;
        };
        NewOperatingInstructions: {
            /** @description Markdown: how products are packaged, named and explained. Prices, discounts, countries and acceptance rules are decided elsewhere; ownershipIssues in the answer says where */
            content: string;
            /** @description Why this version was written; never shown to buyers */
            notes?: string;
            /**
             * @description Activate it immediately, instead of the active one
             * @default false
             */
            activate?: boolean;
            /** @description When you pitch, counter or pass; if omitted, every brief that a product fits is answered */
            doctrine?: {
                /** @enum {string} */
                variant: "premium_scarcity_house" | "volume_partner" | "consultative";
            } | {
                thresholds: components["schemas"]["SellingDoctrineThresholds"];
            };
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
        NewProductRules: {
            /** @description include: if there is one, only products that match one are sold. exclude: not sold. rename: the first that matches sets name and description. price_floor: the minimum price for its model and currency, after every discount. bundle: a proposal that shares a budget among products */
            rules: ({
                /** @constant */
                kind: "include";
                /** @description Unique in the version; by default its position: rule-1 */
                ruleId?: string;
                /** @description Products that match every field given, each by any of its values */
                match: {
                    sourceIds?: string[];
                    /** @description As buyers see them: main:homepage */
                    productIds?: string[];
                    channels?: string[];
                    deliveryTypes?: ("guaranteed" | "non_guaranteed")[];
                    publisherDomains?: string[];
                    formatIds?: string[];
                };
            } | {
                /** @constant */
                kind: "exclude";
                /** @description Unique in the version; by default its position: rule-1 */
                ruleId?: string;
                /** @description Products that match every field given, each by any of its values */
                match: {
                    sourceIds?: string[];
                    /** @description As buyers see them: main:homepage */
                    productIds?: string[];
                    channels?: string[];
                    deliveryTypes?: ("guaranteed" | "non_guaranteed")[];
                    publisherDomains?: string[];
                    formatIds?: string[];
                };
            } | {
                /** @constant */
                kind: "rename";
                /** @description Unique in the version; by default its position: rule-1 */
                ruleId?: string;
                /** @description Products that match every field given, each by any of its values */
                match: {
                    sourceIds?: string[];
                    /** @description As buyers see them: main:homepage */
                    productIds?: string[];
                    channels?: string[];
                    deliveryTypes?: ("guaranteed" | "non_guaranteed")[];
                    publisherDomains?: string[];
                    formatIds?: string[];
                };
                name?: string;
                description?: string;
            } | {
                /** @constant */
                kind: "price_floor";
                /** @description Unique in the version; by default its position: rule-1 */
                ruleId?: string;
                /**
                 * @description Products that match every field given, each by any of its values
                 * @default {}
                 */
                match?: {
                    sourceIds?: string[];
                    /** @description As buyers see them: main:homepage */
                    productIds?: string[];
                    channels?: string[];
                    deliveryTypes?: ("guaranteed" | "non_guaranteed")[];
                    publisherDomains?: string[];
                    formatIds?: string[];
                };
                amount: number;
                currency: string;
                /**
                 * @default cpm
                 * @enum {string}
                 */
                pricingModel?: "cpm" | "vcpm" | "cpc" | "cpcv" | "cpv" | "cpp" | "cpa" | "flat_rate" | "time";
            } | {
                /** @constant */
                kind: "bundle";
                /** @description Unique in the version; by default its position: rule-1 */
                ruleId?: string;
                name: string;
                /** @default null */
                description?: string | null;
                parts: {
                    productId: string;
                    /** @description Of the budget, in percent */
                    share: number;
                }[];
            })[];
            /** @description Why this version was written; never shown to buyers */
            notes?: string;
            /**
             * @description Activate it immediately, instead of the active one
             * @default false
             */
            activate?: boolean;
        };
        NewPublisher: {
            /** @description The publisher's domain, or a URL on it */
            domain: string;
        };
        NewStorefront: {
            name: string;
            publisherDomain?: string;
            operatorDomain?: string;
            defaultCurrency?: string;
            /** @description Takes precedence over defaultCurrency, if both are given */
            paymentCurrencies?: string[];
            acceptedCountries?: string[];
            /** @description Instead of acceptedCountries */
            acceptsAllCountries?: boolean;
            /**
             * @default basic
             * @constant
             */
            plan?: "basic";
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
        OperatingInstructions: {
            /** @description A decimal number, as a string */
            id: string;
            storefrontId: string;
            /** @description Starts at 1, and is never reused */
            version: number;
            content: string;
            notes: string | null;
            isActive: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description The user who wrote it; null if a service did */
            createdBy: string | null;
            /** @description Parts of the text that concern what is decided elsewhere in the storefront */
            ownershipIssues: {
                /** @enum {string} */
                area: "pricing" | "discounts" | "markets" | "acceptance_policy";
                /** @enum {string} */
                canonicalOwner: "selling_terms" | "buyer_discounts" | "business_profile" | "acceptance_policy";
                /** @enum {string} */
                canonicalSurface: "playbook_pricing" | "buyer_discounts" | "discovery_card" | "business_rules";
                message: string;
            }[];
            doctrine: components["schemas"]["SellingDoctrine"];
        };
        OperatorDomainProof: {
            operatorDomain: string;
            operatorDomainVerified: boolean;
            /** @description Your agent: the URL that the brand.json at the domain has to list */
            agentUrl: string;
            /** @description The DNS record that proves it. It stays the same however often you verify */
            challenge: {
                /** @constant */
                recordType: "TXT";
                recordName: string;
                recordValue: string;
            };
            proofs: {
                /** @enum {string} */
                method: "member_email" | "dns_txt" | "brand_json";
                passed: boolean;
                /** @description What was looked for, and what was found */
                details: string;
            }[];
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
        PendingOperations: {
            approvals?: {
                count: number;
                items: {
                    mediaBuyId: string;
                    /** @enum {string} */
                    kind: "create" | "update";
                    buyer: {
                        /** @description Null for a buyer on another system */
                        customerId: number | null;
                        name: string | null;
                    };
                    /** Format: date-time */
                    submittedAt: string;
                }[];
            };
            creativeReviews?: {
                count: number;
                items: {
                    creativeId: string;
                    mediaBuyId: string | null;
                    buyer: {
                        /** @description Null for a buyer on another system */
                        customerId: number | null;
                        name: string | null;
                    };
                    /** Format: date-time */
                    submittedAt: string;
                }[];
            };
            failedForwards?: {
                count: number;
                groups: {
                    errorCode: string;
                    recovery: ("transient" | "correctable" | "structural") | null;
                    /**
                     * @description retry: it is sent again automatically, or immediately by retry-forward if you approved it. escalate: the source may or may not have bought it, and is not asked again; ask the people there, and quote the references
                     * @enum {string}
                     */
                    action: "retry" | "force_retry" | "fix_and_resubmit" | "escalate";
                    count: number;
                    items: {
                        mediaBuyId: string;
                        buyer: {
                            /** @description Null for a buyer on another system */
                            customerId: number | null;
                            name: string | null;
                        };
                        /** Format: date-time */
                        since: string | null;
                        /** @description Whether it is no longer sent automatically */
                        terminalized: boolean;
                        /**
                         * @description retry: it is sent again automatically, or immediately by retry-forward if you approved it. escalate: the source may or may not have bought it, and is not asked again; ask the people there, and quote the references
                         * @enum {string}
                         */
                        action: "retry" | "force_retry" | "fix_and_resubmit" | "escalate";
                        references: {
                            idempotencyKey: string | null;
                            /** Format: date-time */
                            requestedAt: string | null;
                        };
                    }[];
                }[];
            };
            awaitingSource?: {
                count: number;
                items: {
                    mediaBuyId: string;
                    sourceId: string;
                    sourceName: string | null;
                    buyer: {
                        /** @description Null for a buyer on another system */
                        customerId: number | null;
                        name: string | null;
                    };
                    /** Format: date-time */
                    since: string | null;
                    /** @description The source's own id, to quote to its people */
                    taskId: string | null;
                }[];
            };
        };
        ProductPreview: {
            products: {
                productId: string;
                sourceId: string;
                name: string;
                description: string;
                /** @description Why it is ranked where it is; null without a brief */
                reasoning: string | null;
                score: number | null;
                prices: {
                    pricingOptionId: string;
                    pricingModel: string;
                    currency: string;
                    fixedPrice: number | null;
                    floorPrice: number | null;
                    /** @description Whether a price floor determined it */
                    raised: boolean;
                }[];
            }[];
            bundles: {
                proposalId: string;
                name: string;
                allocations: {
                    productId: string;
                    allocationPercentage: number;
                }[];
            }[];
            exclusions: {
                productId: string;
                /** @enum {string} */
                by: "acceptance_policy" | "product_rules" | "product_count" | "operating_instructions";
                ruleId: string | null;
                reason: string;
            }[];
            missing: {
                source: string;
                reason: string;
                message: string;
            }[];
        };
        ProductPreviewRequest: {
            /** @description If omitted, the whole catalogue */
            brief?: string;
            /** @description Rules to try, instead of the active ones */
            rules?: ({
                /** @constant */
                kind: "include";
                /** @description Unique in the version; by default its position: rule-1 */
                ruleId?: string;
                /** @description Products that match every field given, each by any of its values */
                match: {
                    sourceIds?: string[];
                    /** @description As buyers see them: main:homepage */
                    productIds?: string[];
                    channels?: string[];
                    deliveryTypes?: ("guaranteed" | "non_guaranteed")[];
                    publisherDomains?: string[];
                    formatIds?: string[];
                };
            } | {
                /** @constant */
                kind: "exclude";
                /** @description Unique in the version; by default its position: rule-1 */
                ruleId?: string;
                /** @description Products that match every field given, each by any of its values */
                match: {
                    sourceIds?: string[];
                    /** @description As buyers see them: main:homepage */
                    productIds?: string[];
                    channels?: string[];
                    deliveryTypes?: ("guaranteed" | "non_guaranteed")[];
                    publisherDomains?: string[];
                    formatIds?: string[];
                };
            } | {
                /** @constant */
                kind: "rename";
                /** @description Unique in the version; by default its position: rule-1 */
                ruleId?: string;
                /** @description Products that match every field given, each by any of its values */
                match: {
                    sourceIds?: string[];
                    /** @description As buyers see them: main:homepage */
                    productIds?: string[];
                    channels?: string[];
                    deliveryTypes?: ("guaranteed" | "non_guaranteed")[];
                    publisherDomains?: string[];
                    formatIds?: string[];
                };
                name?: string;
                description?: string;
            } | {
                /** @constant */
                kind: "price_floor";
                /** @description Unique in the version; by default its position: rule-1 */
                ruleId?: string;
                /**
                 * @description Products that match every field given, each by any of its values
                 * @default {}
                 */
                match?: {
                    sourceIds?: string[];
                    /** @description As buyers see them: main:homepage */
                    productIds?: string[];
                    channels?: string[];
                    deliveryTypes?: ("guaranteed" | "non_guaranteed")[];
                    publisherDomains?: string[];
                    formatIds?: string[];
                };
                amount: number;
                currency: string;
                /**
                 * @default cpm
                 * @enum {string}
                 */
                pricingModel?: "cpm" | "vcpm" | "cpc" | "cpcv" | "cpv" | "cpp" | "cpa" | "flat_rate" | "time";
            } | {
                /** @constant */
                kind: "bundle";
                /** @description Unique in the version; by default its position: rule-1 */
                ruleId?: string;
                name: string;
                /** @default null */
                description?: string | null;
                parts: {
                    productId: string;
                    /** @description Of the budget, in percent */
                    share: number;
                }[];
            })[];
            /** @description Preview as a buyer of this operator */
            operatorDomain?: string;
            /** @description Preview as a buyer for this brand */
            brandDomain?: string;
            country?: string;
        };
        ProductRule: {
            /** @enum {string} */
            kind: "include" | "exclude" | "rename" | "price_floor" | "bundle";
            ruleId: string;
            match?: {
                sourceIds?: string[];
                productIds?: string[];
                channels?: string[];
                deliveryTypes?: string[];
                publisherDomains?: string[];
                formatIds?: string[];
            };
            name?: string;
            description?: string | null;
            amount?: number;
            currency?: string;
            pricingModel?: string;
            parts?: {
                productId: string;
                share: number;
            }[];
        };
        ProductRules: {
            storefrontId: string;
            /** @description Starts at 1, and is never reused */
            version: number;
            rules: components["schemas"]["ProductRule"][];
            notes: string | null;
            isActive: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description The user who wrote it; null if a service did */
            createdBy: string | null;
        };
        PublisherList: {
            publishers: {
                domain: string;
                /**
                 * @description declared: by you; discovered: an agent behind one of your sources says that it sells for the publisher
                 * @enum {string}
                 */
                provenance: "declared" | "crawled" | "discovered";
                /** @description The result of reading the publisher's adagents.json; null before the first attempt */
                adagentsStatus: ("resolved" | "no_adagents" | "invalid" | "error" | "pending") | null;
                /** @description unauthorized: its file does not allow your agent to sell for it, and buyers are not shown it as yours */
                authorizationStatus: ("authorized" | "unauthorized" | "unknown") | null;
                authorizationReason: ("no_file" | "file_invalid" | "agent_not_listed" | "agent_untyped" | "agent_not_property_bound" | "authorized") | null;
                /** @description How many properties the publisher's file lists */
                propertyCount: number | null;
                /** Format: date-time */
                lastSyncedAt: string | null;
            }[];
            total: number;
            /** @description How many of them your agent is authorised to sell */
            verified: number;
        };
        Publishers: {
            /** @description Domains, or URLs on them */
            publishers: string[];
        };
        ReadAllNotifications: {
            /** @description Only those about this advertiser */
            brandAgentId?: number | string;
        };
        ReadinessBlockingGuidance: {
            /** @constant */
            coverage: "complete";
            /** @constant */
            stage: "before_source_dispatch";
            why: string;
            effect: string;
            fix: string;
            subjects: {
                /** @constant */
                kind: "inventory_source";
                id: string | null;
                name: string;
            }[];
        };
        ReadinessCheck: {
            id: string;
            name: string;
            description: string;
            category: string;
            /** @enum {string} */
            status: "complete" | "partial" | "missing" | "optional";
            /** @description It blocks until it is complete, unless it is optional */
            isBlocker: boolean;
            details?: string;
            /** @enum {string} */
            action?: "inline_currency" | "link" | "recheck";
            actionLabel?: string;
            /**
             * Format: uri
             * @description The page of the operation that resolves it
             */
            actionUrl?: string;
            /**
             * @description soft never blocks
             * @enum {string}
             */
            requirement: "hard" | "soft";
            compliance?: components["schemas"]["AgentComplianceResult"][];
            /** @description Agents that are being tested now, and how far each test is; absent if there are none */
            examining?: components["schemas"]["AgentExamination"][];
            guidance?: components["schemas"]["ReadinessBlockingGuidance"];
        };
        ReconciliationSettlement: {
            /**
             * @description The ids of the media buys left at the source: every one that is OPEN
             * @default []
             */
            leave?: string[];
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
        ResolvedBuyerInstructions: {
            /** @description The most specific first */
            matchedRowIds: string[];
            /** @description All matching rows, the most specific first */
            notes: string[];
            effectiveDiscountPercent: number | null;
            /** @description Where the discount comes from */
            source: ("buyer_instruction" | "house_discount") | null;
            sourceId: string | null;
            explanation: string;
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
        SellerAnalytics: {
            /** Format: date-time */
            generatedAt: string;
            storefront: {
                id: string;
                name: string;
                /** @enum {string} */
                state: "neutral" | "paused" | "archived";
            } | null;
            window: {
                requestedRunLimit: number;
                runCount: number;
                eligibleRunCount: number;
                legacyRunCount: number;
                /** Format: date-time */
                firstRunAt: string | null;
                /** Format: date-time */
                lastRunAt: string | null;
            };
            summary: {
                totalRuns: number;
                okRuns: number;
                skippedRuns: number;
                errorRuns: number;
                briefRuns: number;
                refineRuns: number;
                wholesaleRuns: number;
                totalShownProducts: number;
                averageShownProducts: number;
                priceObjectionCount: number;
                packagingAskCount: number;
                requestAskCount: number;
                productAskCount: number;
                proposalAskCount: number;
                appliedRefinements: number;
                partialRefinements: number;
                unableRefinements: number;
            };
            outcomes: {
                attributedRunCount: number;
                eventCount: number;
                submittedCount: number;
                forwardedCount: number;
                forwardFailedCount: number;
                rejectedCount: number;
                deliveryReportedCount: number;
                bookedMediaBuyCount: number;
                bookedBudget: number;
                deliveredImpressions: number;
                deliveredSpend: number;
                /** @description Null if nothing was delivered, or in several currencies */
                deliveredCurrency: string | null;
            };
            historicalPerformance: {
                runCount: number;
                bookedRunCount: number;
                winRate: number;
                askRunCount: number;
                askToBookConversionRate: number | null;
                priceObjectionConversionRate: number | null;
                packagingAskConversionRate: number | null;
                averageBookedBudget: number | null;
                averageProductsPerRun: number;
                averageProductsPerBookedRun: number | null;
                averageProductsPerUnbookedRun: number | null;
                /** @description Reports per booked media buy: more than 1 if media buys are reported often */
                deliveryRate: number | null;
                repeatBuyerCount: number;
                recommendedPosture: ("direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror") | null;
            };
            seasonality: {
                /** @description YYYY-MM, in UTC */
                period: string;
                runCount: number;
                bookedRunCount: number;
                winRate: number;
                askRunCount: number;
                askToBookConversionRate: number | null;
                priceObjectionCount: number;
                packagingAskCount: number;
                bookedBudget: number;
                /** @description By the number of runs that led to a booking; everywhere else by media buys */
                averageBookedBudget: number | null;
                averageShownProducts: number;
                recommendedPosture: ("direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror") | null;
            }[];
            buyers: {
                operatorDomain: string | null;
                brandDomain: string | null;
                country: string | null;
                /** Format: date-time */
                firstRunAt: string | null;
                /** Format: date-time */
                lastRunAt: string | null;
                runCount: number;
                bookedRunCount: number;
                winRate: number;
                askRunCount: number;
                askToBookConversionRate: number | null;
                attributedRunCount: number;
                eventCount: number;
                totalShownProducts: number;
                averageShownProducts: number;
                priceObjectionCount: number;
                packagingAskCount: number;
                requestAskCount: number;
                productAskCount: number;
                proposalAskCount: number;
                bookedMediaBuyCount: number;
                bookedBudget: number;
                averageBookedBudget: number | null;
                deliveredImpressions: number;
                deliveredSpend: number;
                /** @description Null if nothing was delivered, or in several currencies */
                deliveredCurrency: string | null;
                recommendedPosture: ("direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror") | null;
            }[];
            postureConversion: {
                byPosture: {
                    /** @enum {string} */
                    posture: "direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror";
                    runCount: number;
                    bookedRunCount: number;
                    winRate: number;
                    bookedBudget: number;
                }[];
                adherence: {
                    comparableRunCount: number;
                    followedCount: number;
                    followedWinRate: number | null;
                    divergedWinRate: number | null;
                };
            };
            learnedDefault: {
                /** @enum {string} */
                posture: "direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror";
                reason: string | null;
                /** Format: date-time */
                checkedAt: string | null;
            } | null;
            strategySignals: {
                id: string;
                /** @enum {string} */
                priority: "high" | "medium" | "low";
                label: string;
                detail: string;
                /** @enum {string} */
                posture: "direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror";
                readonly evidence: {
                    label: string;
                    value: string;
                }[];
            }[];
            sellerRecommendations: {
                id: string;
                /** @enum {string} */
                priority: "high" | "medium" | "low";
                /** @enum {string} */
                kind: "protect_expand" | "prioritize_follow_up" | "packaging_friction" | "price_resistance" | "tighten_selection" | "learned_auto_approve";
                title: string;
                detail: string;
                action: string;
                /** @description Null for recommendations that concern all of them */
                buyer: {
                    operatorDomain: string | null;
                    brandDomain: string | null;
                    country: string | null;
                } | null;
                readonly evidence: {
                    label: string;
                    value: string;
                }[];
            }[];
            runs: {
                /** @description The id of the intelligence run: GET /intelligence-runs/{id} */
                id: string;
                purpose: ("live" | "setup_test" | "simulation" | "probe" | "evaluation") | null;
                /** Format: date-time */
                createdAt: string;
                /** @enum {string} */
                buyingMode: "brief" | "wholesale" | "refine";
                /** @enum {string} */
                resultKind: "ok" | "error" | "skipped";
                resultCode: string | null;
                selectedPosture: ("direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror") | null;
                recommendedPosture: ("direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror") | null;
                postureRationale: string | null;
                postureEvidence: string[];
                /** @enum {string} */
                attributionState: "attributed" | "unattributed" | "unavailable";
                buyer: {
                    operatorDomain: string | null;
                    brandDomain: string | null;
                    country: string | null;
                };
                shownProductCount: number;
                minSellPrice: number | null;
                maxSellPrice: number | null;
                requestAskCount: number;
                productAskCount: number;
                proposalAskCount: number;
                hadPriceObjection: boolean;
                hadPackagingAsk: boolean;
                refinementStatusCounts: {
                    applied: number;
                    partial: number;
                    unable: number;
                };
                outcome: {
                    eventCount: number;
                    submittedCount: number;
                    forwardedCount: number;
                    forwardFailedCount: number;
                    rejectedCount: number;
                    deliveryReportedCount: number;
                    bookedMediaBuyCount: number;
                    latestType: ("media_buy_submitted_for_approval" | "media_buy_forwarded" | "media_buy_forward_failed" | "media_buy_rejected" | "delivery_reported") | null;
                    latestStatus: string | null;
                    /** @description The newest media buy attributed to it */
                    mediaBuyId: string | null;
                    bookedBudget: number | null;
                    deliveredImpressions: number;
                    deliveredSpend: number;
                    /** @description Null if nothing was delivered, or in several currencies */
                    deliveredCurrency: string | null;
                };
            }[];
            readonly topProducts: {
                productId: string;
                name: string | null;
                /** @description How many runs included it */
                impressions: number;
            }[];
            notes: string[];
        };
        SellerDecisionRecord: {
            id: string;
            /** @enum {string} */
            status: "pending" | "responded" | "declined" | "failed" | "booked" | "delivered" | "rejected" | "unattributed";
            /** Format: date-time */
            createdAt: string;
            purpose: {
                /** @enum {string} */
                availability: "recorded" | "unavailable";
                /** @enum {string} */
                value: "live" | "simulation";
            };
            buyer: {
                operatorDomain: string | null;
                brandDomain: string | null;
                country: string | null;
                customerId: number | null;
            };
            ask: {
                brief: string | null;
                buyingMode: string;
                requestAsks: string[];
                /** @enum {string} */
                inputSnapshotAvailability: "recorded" | "unavailable";
                /** @description The version of the reading that found requests and objections */
                lexiconVersion: string | null;
            };
            fit: {
                disposition: ("responded" | "declined_fit" | "declined_policy" | "not_live") | null;
                qualified: boolean | null;
                reasonAxis: ("fit" | "policy") | null;
                reason: string | null;
                matchedProducts: {
                    productId: string | null;
                    name: string | null;
                    description: string | null;
                    reasoning: string | null;
                    pricing: {
                        baseCpm: number | null;
                        currency: string | null;
                        operatorDiscount: number | null;
                        finalCpm: number | null;
                    } | null;
                    bundleIds: string[];
                    signalIds: string[];
                    formatIds: {
                        agentUrl: string | null;
                        id: string | null;
                    }[];
                }[];
                unavailableProducts: {
                    name: string | null;
                    reasoning: string | null;
                    reason: string;
                    bundleIds: string[];
                    signalIds: string[];
                }[];
            };
            posture: {
                recommended: ("direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror") | null;
                selected: ("direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror") | null;
                rationale: string | null;
                intensity: ("low" | "medium" | "high") | null;
                readonly signals: string[];
                guidance: string[];
                matchedPricingFactIds: string[];
                operatingInstructionsVersion: number;
                matchedBuyerInstructionIds: string[];
                override: {
                    /** @enum {string} */
                    availability: "recorded" | "unavailable";
                    actor: string | null;
                };
                acceptancePolicyVersion: {
                    /** @enum {string} */
                    availability: "recorded" | "unavailable";
                    value: number | null;
                };
                /** @description Each value with its origin; null for runs from before this was recorded */
                defaults: {
                    posture: {
                        value: string;
                        source: string;
                    };
                    targetProductCount: {
                        value: number | null;
                        source: string;
                    };
                    pricingGuidance: {
                        value: string;
                        source: string;
                    };
                    packagingGuidance: {
                        value: string;
                        source: string;
                    };
                    maxConcessionPercent: number;
                } | null;
            };
            response: {
                /** @enum {string} */
                status: "responded" | "withheld" | "failed" | "unavailable";
                summary: string | null;
                exactSentState: {
                    /** @enum {string} */
                    availability: "recorded" | "unavailable";
                    productCount: number;
                    /** @enum {string} */
                    proposalHistoryAvailability: "recorded" | "unavailable";
                };
                negotiationChanges: {
                    requestAsks: string[];
                    refinementApplied: unknown;
                };
            };
            approval: {
                /** @enum {string} */
                availability: "recorded" | "unavailable";
                id: string | null;
                status: ("pending" | "approved" | "rejected" | "revoked") | null;
                reviewedBy: string | null;
                reviewedAt: string | null;
                reviewerNotes: string | null;
                forwardedAt: string | null;
            };
            outcome: {
                /** @enum {string} */
                state: "pending" | "booked" | "delivered" | "rejected" | "failed" | "unattributed" | "unavailable";
                eventType: string | null;
                eventAt: string | null;
                mediaBuyId: string | null;
                mediaBuyStatus: string | null;
                pendingApprovalId: string | null;
                bookedBudget: number | null;
                deliveredImpressions: number;
                deliveredSpend: number;
                deliveredCurrency: string | null;
                attribution: {
                    /** @enum {string} */
                    availability: "recorded" | "unavailable";
                    model: string | null;
                    matchedRunId: string | null;
                    readonly matchedProductIds: string[];
                };
            };
            learning: {
                analyticsEligibility: {
                    /** @enum {string} */
                    status: "eligible" | "ineligible" | "unavailable";
                    reason: string | null;
                };
                postureContribution: {
                    /** @enum {string} */
                    availability: "recorded" | "unavailable";
                    selected: ("direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror") | null;
                    recommended: ("direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror") | null;
                };
                recommendationLineage: {
                    /** @enum {string} */
                    availability: "recorded" | "unavailable";
                };
            };
            provenance: {
                modelProvider: string | null;
                modelName: string;
                operatingInstructionsVersion: number;
                durationMs: number | null;
            };
        };
        SellingDoctrine: {
            /** @enum {string} */
            variant: "house_default" | "premium_scarcity_house" | "volume_partner" | "consultative" | "custom";
            thresholds: components["schemas"]["SellingDoctrineThresholds"];
            /** @description The version has no separate doctrine */
            isDefault: boolean;
        };
        SellingDoctrineThresholds: {
            /** @description The share of a brief's requests that must be available before you pitch in full */
            minimumCategoryFit: number;
            /** @description How far below that you still make a counter-offer: 0 never, 1 always */
            counterAppetite: number;
            /**
             * @description Decline if nothing fits the stated budget, or invite another brief
             * @enum {string}
             */
            floorPosture: "hold_floor" | "flex_floor";
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
        SignUp: {
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
        };
        SignedIn: {
            /** @description Your organisation */
            customerId: number;
            userId: number;
            /** @description Your organisation's first API key, or yours if you were invited: shown only once. Null if you already have one, or are still waiting */
            apiKey: string | null;
        };
        SignedUp: {
            /** @constant */
            status: "check_mail";
        };
        SimulatedBuyers: {
            perDay: number;
            seed: string;
            /**
             * Format: date-time
             * @description By your clock; null if none are expected
             */
            nextAt: string | null;
            /** @description How many have arrived */
            visits: number;
        };
        SimulatedBuyersSetting: {
            /** @description How many arrive per day of your clock; 0 for none */
            perDay: number;
            /**
             * @description The same seed produces the same buyers
             * @default sandbox
             */
            seed?: string;
        };
        SourceDiagnostics: {
            id: string | null;
            sourceId: string | null;
            name: string;
            /** @enum {string} */
            executionType: "AGENT" | "MANAGED_SALES_AGENT" | "LINKED_STOREFRONT" | "MODULAR_SOURCE";
            /** @enum {string} */
            setupKind?: "external_agent" | "modular";
            /** @description For a modular source: the state of its stages */
            modular?: {
                activeAvailCount: number;
                openWorkItemCount: number;
                openWorkItemCountsByKind: {
                    [key: string]: number;
                };
                /** @description Stages that a module handles */
                stages: {
                    stage: string;
                    status: string;
                }[];
            };
            cardPosture: {
                /** @enum {string} */
                state: "connected" | "needs_setup" | "needs_attention";
                /** @enum {string} */
                reasonCode: "connected" | "authentication_required" | "source_not_active" | "health_degraded" | "health_unverified" | "products_missing" | "products_unsupported" | "products_unverified";
                explanation: string;
            };
            /** @enum {string} */
            sourceStatus: "PENDING" | "ACTIVE" | "DISABLED";
            agentId: string | null;
            agentStatus: ("PENDING" | "ACTIVE" | "DISABLED") | null;
            endpointUrl: string | null;
            protocol: ("MCP" | "A2A") | null;
            auth: {
                required: boolean;
                configured: boolean;
                type: string | null;
            };
            capabilities: {
                /** @enum {string} */
                products: "supported" | "unsupported" | "unknown";
                /** @enum {string} */
                createMediaBuy: "supported" | "unsupported" | "unknown";
                /** @enum {string} */
                updateMediaBuy: "supported" | "unsupported" | "unknown";
                /** @enum {string} */
                signals: "supported" | "unsupported" | "unknown";
                /** @enum {string} */
                wholesaleProducts: "supported" | "unsupported" | "unknown";
            };
            productBuilder: {
                /** @enum {string} */
                mode: "composition" | "passthrough" | "unknown";
                wholesaleProductCount: number | null;
                buyerVisibleProductCount: number | null;
                currencyMismatchProductCount: number | null;
                reportingStaleProductCount: number | null;
                signalCount: number | null;
                /** @description It has not returned its whole catalogue in the last day: the counts are old, or null */
                catalogCacheCold: boolean;
                declaredUnsupportedIngredients: boolean;
            } | null;
            /** @description The results of AdCP's storyboards; null before the first run */
            compliance: {
                passed: boolean;
                summary: string;
                /** Format: date-time */
                checkedAt: string | null;
                trackCounts: {
                    total: number;
                    passing: number;
                    partial: number;
                    failing: number;
                };
            } | null;
            /** @description Whether it is withheld from buyers, because its agent is not known to pass the required tracks */
            heldBack: boolean;
            debug: {
                version: string | null;
                syntheticCapabilities: boolean | null;
                tools: string[];
                supportedBillings: string[];
                channels: string[];
                countries: string[];
                publisherDomains: string[];
                requireOperatorAuth: boolean | null;
            };
            lastActivity: {
                action: string;
                resourceType: string;
                resourceId: string | null;
                resourceName: string | null;
                description: string;
                /** Format: date-time */
                timestamp: string;
            } | null;
            health: {
                /** @enum {string} */
                status: "healthy" | "degraded" | "unhealthy" | "unknown";
                lastError: string | null;
                lastErrorCode: string | null;
                /** Format: date-time */
                lastErrorAt: string | null;
                /** Format: date-time */
                lastSuccessAt: string | null;
                /** Format: date-time */
                lastCheckedAt: string | null;
            };
            capabilityHealth: {
                /** @description Derived from its connection check, and from its answers to buyers and tests */
                inventory: {
                    status: ("healthy" | "degraded" | "unhealthy") | null;
                    observations: {
                        observer: string;
                        /** @enum {string} */
                        status: "healthy" | "degraded" | "unhealthy";
                        previousStatus: ("healthy" | "degraded" | "unhealthy") | null;
                        cause: string | null;
                        detail: string | null;
                        owner: string | null;
                        /** Format: date-time */
                        observedAt: string;
                        /** Format: date-time */
                        lastOkAt: string | null;
                    }[];
                };
                /** @description Derived from its delivery reports */
                reporting: {
                    status: ("healthy" | "degraded" | "unhealthy") | null;
                    observations: {
                        observer: string;
                        /** @enum {string} */
                        status: "healthy" | "degraded" | "unhealthy";
                        previousStatus: ("healthy" | "degraded" | "unhealthy") | null;
                        cause: string | null;
                        detail: string | null;
                        owner: string | null;
                        /** Format: date-time */
                        observedAt: string;
                        /** Format: date-time */
                        lastOkAt: string | null;
                    }[];
                };
            };
        };
        SourceHealthDiagnosis: {
            /** @description Stable for as long as the problem lasts: the source, and what is wrong */
            diagnosisId: string;
            sourceId: string | null;
            sourceName: string;
            /** @enum {string} */
            failureMode: "agent_auth_missing" | "source_unreachable" | "source_degraded";
            /** @constant */
            owner: "seller";
            /** @enum {string} */
            severity: "blocking" | "attention" | "advisory";
            summary: string;
            detail: string | null;
            action: {
                /** @constant */
                kind: "recheck";
                label: string;
                /** @constant */
                operation: "run_inventory_source_discovery_test";
                pathParams: {
                    sourceId: string;
                };
                body: Record<string, never>;
                /** @constant */
                method: "POST";
                path: string;
            } | {
                /** @constant */
                kind: "reconnect";
                label: string;
            };
            docsAnchor: null;
            /** Format: date-time */
            observedAt: string;
        };
        SourceReconciliation: {
            sourceId: string;
            sourceName: string;
            /** @enum {string} */
            status: "WAITING" | "UNABLE" | "COMPARED";
            /** @description Whether nothing new is bought from the source until this is settled */
            isShut: boolean;
            /**
             * Format: date-time
             * @description The point in time that was restored
             */
            restoredTo: string;
            /** Format: date-time */
            comparedAt: string | null;
            message: string | null;
            found: components["schemas"]["FoundMediaBuy"][];
        };
        SponsoredBuyer: {
            /** @description The buyer's organisation */
            buyerCustomerId: number;
            buyerName: string | null;
            /** @description The storefront that sponsors it */
            storefrontId: number;
            /** @enum {string} */
            status: "pending" | "active" | "suspended";
            /** @enum {string} */
            posture: "prepay" | "credit";
            /**
             * Format: date-time
             * @description When it joined
             */
            createdAt: string;
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
        Storefront: {
            /** @description A decimal number, as a string */
            storefrontId: string;
            /** @description The public slug */
            platformId: string;
            name: string;
            publisherDomain: string | null;
            operatorDomain: string | null;
            operatorDomainVerified: boolean;
            brandName: string | null;
            logoUrl: string | null;
            logoBackground: ("dark-bg" | "light-bg" | "transparent-bg") | null;
            brandColors: {
                [key: string]: string;
            } | null;
            membershipStatus: ("AAO_FOUNDING_MEMBER" | "AAO_MEMBER" | "NONE") | null;
            description: string | null;
            website: string | null;
            channels: string[];
            regions: string[];
            acceptedCountries: string[] | null;
            acceptsAllCountries: boolean;
            /** @description As reported by the agents behind the storefront */
            advertisedCountries: string[];
            /** @description As reported by the agents behind the storefront */
            advertisedChannels: string[];
            advertisingPolicyDisclosure: ("brief_acceptance" | "creative_policy")[];
            supportedLanguages: string[] | null;
            discoveryCard: components["schemas"]["DiscoveryCard"];
            demandContactName: string | null;
            demandContactEmail: string | null;
            /** @enum {string} */
            routingMode: "CHEF" | "ADAPTER";
            /** @description The platform that it is connected to, if routingMode is ADAPTER */
            adapterProviderType: ("amazon" | "audiostack" | "elevenlabs" | "fal" | "gemini" | "google" | "linkedin" | "meta" | "openai" | "pinterest" | "reddit" | "snap" | "spotify" | "tiktok" | "veo") | null;
            adapterSourceKind: ("sales" | "creative") | null;
            /** @description BYOK: each buyer connects the platform separately */
            adapterCredentialMode: "BYOK" | null;
            /** @constant */
            plan: "basic";
            /** @description The inverse of isPaused */
            transacting: boolean;
            isPaused: boolean;
            /** Format: date-time */
            archivedAt: string | null;
            /** @enum {string} */
            displayStatus: "configuring" | "transacting" | "archived" | "paused";
            /** @enum {string} */
            marketplaceState: "PENDING_REVIEW" | "LISTED" | "HIDDEN";
            /** @description The effective value */
            capabilities: {
                offersCreativeReview: boolean;
                offersCampaignApproval: boolean;
                offersProductComposition: boolean;
            };
            /** @description The configured value */
            configuredCapabilities: {
                offersCreativeReview: boolean;
                offersCampaignApproval: boolean;
                offersProductComposition: boolean;
            };
            setupIntent: ("third_party_connect" | "sell_through_scope3") | null;
            compositionPricing: components["schemas"]["CompositionPricing"];
            /** @enum {string} */
            creativeApproval: "auto" | "manual";
            /**
             * @description manual if nothing was configured
             * @enum {string}
             */
            mediaBuyApproval: "auto" | "manual";
            /**
             * @description Which media buys wait for your approval: by_policy if mediaBuyApproval was not set
             * @enum {string}
             */
            mediaBuysHeld: "every" | "by_policy" | "none";
            capabilitiesLocked: boolean;
            /** @description Whether an active source keeps creatives in a library; null if none says yes and not all say no */
            creativeHasCreativeLibrary: boolean | null;
            advertiseAsAgent: boolean;
            sellsThirdPartyInventory: boolean;
            /** @enum {string} */
            productMode: "composition" | "passthrough";
            businessProfile: components["schemas"]["BusinessProfileView"] | null;
            defaultCurrency: string | null;
            paymentCurrencies: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        StorefrontAdapter: {
            /** @enum {string} */
            providerType: "amazon" | "audiostack" | "google" | "meta" | "pinterest" | "reddit" | "snap" | "spotify" | "tiktok";
            /**
             * @description operator: you connect the platform for all your buyers. buyer: each buyer connects it
             * @default operator
             * @enum {string}
             */
            ownerKind?: "operator" | "buyer";
        };
        StorefrontAdapterState: {
            storefrontId: string;
            /** @enum {string} */
            providerType: "amazon" | "audiostack" | "google" | "meta" | "pinterest" | "reddit" | "snap" | "spotify" | "tiktok";
            /** @enum {string} */
            ownerKind: "operator" | "buyer";
            /** @enum {string} */
            sourceKind: "sales" | "creative";
            /** @description The next step */
            nextStep: string;
        };
        StorefrontAgent: {
            agentId: string;
            /** @enum {string} */
            type: "SALES" | "SIGNAL" | "CREATIVE" | "OUTCOME";
            name: string;
            /** @enum {string} */
            protocol: "MCP" | "A2A";
            /** @enum {string} */
            status: "PENDING" | "ACTIVE" | "DISABLED";
            /** @constant */
            relationship: "SELF";
            /** @description Whether each buyer brings their own credential */
            requiresOperatorAuth: boolean;
            requiresAccount: boolean;
            /** @description You have provided a credential that is used for all buyers */
            authConfigured: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description Your own accounts; sellers have none */
            customerAccountCount: number;
            description: string | null;
            endpointUrl: string;
            /** @enum {string} */
            authenticationType: "API_KEY" | "NO_AUTH" | "JWT" | "OAUTH" | "BASIC_AUTH";
            billingOptions: {
                default: string | null;
                supported: string[];
            } | null;
            customerId: number;
            reportingType: ("WEBHOOK" | "BUCKET" | "POLLING") | null;
            reportingPollingCadence: ("DAILY" | "MONTHLY") | null;
            hasCustomerAccount: boolean;
            hasMasterAccount: boolean;
            /** @description The sources that it is behind */
            sourceIds: string[];
            /** Format: date-time */
            updatedAt: string;
            /** @description Consent is started with POST /agents/{agentId}/oauth/authorize */
            oauth: null;
        };
        StorefrontAgentSummary: {
            agentId: string;
            /** @enum {string} */
            type: "SALES" | "SIGNAL" | "CREATIVE" | "OUTCOME";
            name: string;
            /** @enum {string} */
            protocol: "MCP" | "A2A";
            /** @enum {string} */
            status: "PENDING" | "ACTIVE" | "DISABLED";
            /** @constant */
            relationship: "SELF";
            /** @description Whether each buyer brings their own credential */
            requiresOperatorAuth: boolean;
            requiresAccount: boolean;
            /** @description You have provided a credential that is used for all buyers */
            authConfigured: boolean;
            /** Format: date-time */
            createdAt: string;
            /** @description Your own accounts; sellers have none */
            customerAccountCount: number;
        };
        StorefrontCapabilitiesChange: {
            capabilities?: {
                offersCreativeReview?: boolean;
                offersCampaignApproval?: boolean;
                offersProductComposition?: boolean;
            };
            /** @enum {string} */
            setupIntent?: "third_party_connect" | "sell_through_scope3";
        };
        StorefrontChange: {
            name?: string;
            publisherDomain?: string;
            operatorDomain?: string;
            /** @description Confirms that the curated profile is lost with the old operator domain */
            confirmOperatorDomainProfileReset?: boolean;
            brandName?: string | null;
            logoUrl?: string | null;
            logoBackground?: ("dark-bg" | "light-bg" | "transparent-bg") | null;
            /** @description As in brand.json; replaced as a whole */
            brandColors?: {
                [key: string]: string;
            } | null;
            /** @enum {string} */
            membershipStatus?: "AAO_FOUNDING_MEMBER" | "AAO_MEMBER" | "NONE";
            description?: string | null;
            website?: string | null;
            channels?: ("display" | "olv" | "ctv" | "social" | "audio" | "streaming_audio" | "dooh")[];
            regions?: string[];
            acceptedCountries?: string[] | null;
            acceptsAllCountries?: boolean;
            advertisingPolicyDisclosure?: ("brief_acceptance" | "creative_policy")[];
            /** @description BCP 47 tags, such as de or pt-BR */
            supportedLanguages?: string[];
            defaultCurrency?: string;
            paymentCurrencies?: string[];
            demandContactName?: string | null;
            /** Format: email */
            demandContactEmail?: string | null;
            /** @constant */
            plan?: "basic";
            /** @description The inverse of isPaused, as older clients spell it */
            transacting?: boolean;
            isPaused?: boolean;
            sellsThirdPartyInventory?: boolean;
            /**
             * @description composition: the products of all your sources, under your product rules. passthrough: those of your single active source, unchanged and in its order; product rules and ranking are not applied
             * @enum {string}
             */
            productMode?: "composition" | "passthrough";
            capabilities?: {
                offersCreativeReview?: boolean;
                offersCampaignApproval?: boolean;
                offersProductComposition?: boolean;
            };
            /** @enum {string} */
            setupIntent?: "third_party_connect" | "sell_through_scope3";
            /** @description rateCard.facts with the strength hard_floor: their prices are never shown below floorPrice */
            compositionPricing?: components["schemas"]["CompositionPricingInput"];
            /** @enum {string} */
            creativeApproval?: "auto" | "manual";
            /** @description manual: every media buy is held for your approval. auto: none is. null, the initial value: your acceptance policy decides */
            mediaBuyApproval?: ("auto" | "manual") | null;
            businessProfile?: components["schemas"]["BusinessProfile"] | null;
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
        StorefrontDelivery: {
            mediaBuyId?: string;
            buyer?: {
                customerId: number | null;
                name: string | null;
            };
            sourceId?: string;
            /** Format: date */
            day?: string;
            /** @description The name of the order, the buyer or the source; null for a day */
            name: string | null;
            currency: string;
            impressions: number;
            clicks: number;
            /** @description Viewable impressions */
            views: number;
            completedViews: number;
            conversions: number;
            /** @description What the buyers pay for it, after discounts */
            revenue: number;
            /** @description revenue × 1000 / impressions; null without impressions */
            ecpm: number | null;
            /** @description Whether the figures are final */
            final: boolean;
            /**
             * Format: date-time
             * @description When the newest of the figures arrived
             */
            reportedAt: string;
        };
        StorefrontLink: {
            linkId: number;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /** @enum {string} */
            status: "PENDING" | "ACTIVE" | "REJECTED" | "CANCELLED";
            /** @description The storefront that asked, which buys */
            buyer: components["schemas"]["LinkedParty"];
            /** @description The storefront that was asked, which sells */
            seller: components["schemas"]["LinkedParty"];
            requestMessage: string | null;
            responseMessage: string | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            respondedAt: string | null;
            /** Format: date-time */
            cancelledAt: string | null;
            cancelledBy: ("BUYER" | "SELLER") | null;
        };
        StorefrontMediaBuy: {
            mediaBuyId: string;
            /**
             * @description Always `routed`: passed on to the sources that sell it
             * @enum {string}
             */
            kind: "routed" | "esa";
            /** @description The buyer's own name for it */
            name: string;
            /** @description The domain of the advertised brand */
            brand: string | null;
            /** @description The budget of all packages that are not canceled; null if there are several currencies */
            amount: number | null;
            currency: string | null;
            buyer: {
                /** @description Null for a buyer on another system */
                customerId: number | null;
                name: string | null;
            };
            /**
             * @description Of the part that most needs attention
             * @enum {string}
             */
            status: "pending_approval" | "forwarding" | "forward_failed" | "awaiting_source" | "rejected" | "canceled" | "booked" | "delivering" | "paused" | "completed";
            /** @description The same in the source's own terms; null before it was sent */
            sourceStatus: string | null;
            settlementMethod: ("interchange" | "seller") | null;
            /** @description Why it is not running yet */
            pendingReason: ("forward_failed_needs_correction" | "forward_failed_retrying" | "awaiting_storefront_approval" | "awaiting_source_moderation" | "no_creatives_attached" | "source_rejected_creatives" | "creative_processing_at_source" | "awaiting_creative_approval" | "accepted_awaiting_trafficking" | "scheduled_not_started") | null;
            /** @description Why it is not running, as a sentence; null if it is running, or has ended */
            why: {
                /** @description Null if it is not waiting for anybody */
                waitingOn: ("buyer" | "storefront" | "source") | null;
                reason: string;
                /** @description What you should do about it, or who else should act */
                nextStep: string;
            } | null;
            /** Format: date-time */
            pendingSince: string | null;
            /** @description The code of the source's refusal */
            errorCode: string | null;
            /** @enum {string} */
            forwardOutcome: "not_forwarded" | "all_completed" | "all_submitted" | "partial" | "failed";
            /** Format: date-time */
            flightStart: string | null;
            /** Format: date-time */
            flightEnd: string | null;
            sourceCount: number;
            esaId: string | null;
            /** Format: date-time */
            createdAt: string | null;
            /** Format: date-time */
            forwardedAt: string | null;
            /** @description The buyer's own order number */
            poNumber: string | null;
            agencyEstimateNumber: string | null;
            /** @description From the buyer's media plan */
            planId: string | null;
            /** @description Whom the buyer asks you to invoice, as the buyer wrote it but without bank details; null: as the account says */
            invoiceRecipient: {
                [key: string]: unknown;
            } | null;
            /** @description Delivery compared with even pacing over the flight; null until a source has booked a part */
            pace: {
                /**
                 * Format: date-time
                 * @description The end of the last day that a source has reported; now if none has
                 */
                asOf: string;
                /** @description Null if there are several: see the packages */
                currency: string | null;
                /** @description All packages; null if there are several currencies */
                whole: {
                    /** @description What even pacing over the flight would come to, at the buyer's prices */
                    plannedToDate: number;
                    /** @description What the sources have reported, at the buyer's prices */
                    delivered: number;
                    /** @description delivered - plannedToDate: negative if it is behind */
                    difference: number;
                    /** @description difference / plannedToDate; null if nothing was due yet */
                    share: number | null;
                    /**
                     * @description on_plan: within 5 % of the plan
                     * @enum {string}
                     */
                    state: "not_started" | "behind" | "on_plan" | "ahead";
                } | null;
            } | null;
            packages: {
                packageId: string;
                sourceId: string;
                /** @description The id under which your storefront sells it */
                productId: string;
                /** @description The id under which its source does */
                sourceProductId: string;
                /** @description Null until the source has booked it */
                sourcePackageId: string | null;
                pricingOptionId: string;
                /** @description Taken off the source's price */
                discountPercent: number;
                /** @description The buyer's own id */
                budget: number;
                /** @description The buyer's own id */
                bidPrice: number | null;
                currency: string;
                pacing: string;
                /**
                 * Format: date-time
                 * @description Null if its flight is that of the whole order
                 */
                startTime: string | null;
                /** Format: date-time */
                endTime: string | null;
                paused: boolean;
                canceled: boolean;
                /** @description Where it stands against its plan; null until its source has booked it, and once it is canceled */
                pace: {
                    /** @description What even pacing over the flight would come to, at the buyer's prices */
                    plannedToDate: number;
                    /** @description What the sources have reported, at the buyer's prices */
                    delivered: number;
                    /** @description delivered - plannedToDate: negative if it is behind */
                    difference: number;
                    /** @description difference / plannedToDate; null if nothing was due yet */
                    share: number | null;
                    /**
                     * @description on_plan: within 5 % of the plan
                     * @enum {string}
                     */
                    state: "not_started" | "behind" | "on_plan" | "ahead";
                } | null;
            }[];
        };
        StorefrontMediaBuySummary: {
            mediaBuyId: string;
            /**
             * @description Always `routed`: passed on to the sources that sell it
             * @enum {string}
             */
            kind: "routed" | "esa";
            /** @description The buyer's own name for it */
            name: string;
            /** @description The domain of the advertised brand */
            brand: string | null;
            /** @description The budget of all packages that are not canceled; null if there are several currencies */
            amount: number | null;
            currency: string | null;
            buyer: {
                /** @description Null for a buyer on another system */
                customerId: number | null;
                name: string | null;
            };
            /**
             * @description Of the part that most needs attention
             * @enum {string}
             */
            status: "pending_approval" | "forwarding" | "forward_failed" | "awaiting_source" | "rejected" | "canceled" | "booked" | "delivering" | "paused" | "completed";
            /** @description The same in the source's own terms; null before it was sent */
            sourceStatus: string | null;
            settlementMethod: ("interchange" | "seller") | null;
            /** @description Why it is not running yet */
            pendingReason: ("forward_failed_needs_correction" | "forward_failed_retrying" | "awaiting_storefront_approval" | "awaiting_source_moderation" | "no_creatives_attached" | "source_rejected_creatives" | "creative_processing_at_source" | "awaiting_creative_approval" | "accepted_awaiting_trafficking" | "scheduled_not_started") | null;
            /** @description Why it is not running, as a sentence; null if it is running, or has ended */
            why: {
                /** @description Null if it is not waiting for anybody */
                waitingOn: ("buyer" | "storefront" | "source") | null;
                reason: string;
                /** @description What you should do about it, or who else should act */
                nextStep: string;
            } | null;
            /** Format: date-time */
            pendingSince: string | null;
            /** @description The code of the source's refusal */
            errorCode: string | null;
            /** @enum {string} */
            forwardOutcome: "not_forwarded" | "all_completed" | "all_submitted" | "partial" | "failed";
            /** Format: date-time */
            flightStart: string | null;
            /** Format: date-time */
            flightEnd: string | null;
            sourceCount: number;
            esaId: string | null;
            /** Format: date-time */
            createdAt: string | null;
            /** Format: date-time */
            forwardedAt: string | null;
        };
        StorefrontMediaBuyTimeline: {
            mediaBuyId: string;
            buyer: {
                /** @description Null for a buyer on another system */
                customerId: number | null;
                name: string | null;
            };
            /** @description Null if it needed no approval */
            approval: {
                /** @enum {string} */
                status: "pending" | "approved" | "rejected" | "revoked";
                /** Format: date-time */
                submittedAt: string;
                reviewedBy: string | null;
                /** Format: date-time */
                reviewedAt: string | null;
                reviewerNotes: string | null;
                /**
                 * Format: date-time
                 * @description When the last source had answered
                 */
                forwardedAt: string | null;
                /** @description The buyer's request, as in AdCP */
                submittedPayload: {
                    [key: string]: unknown;
                } | null;
            } | null;
            /** @description The whole order's, before it went to its sources */
            stages: {
                /** @enum {string} */
                stage: "received" | "screened" | "decided" | "forwarded" | "forward_failed" | "submitted" | "source_moderation" | "accepted" | "rejected" | "delivering";
                /**
                 * Format: date-time
                 * @description When it was first reached
                 */
                at: string | null;
                detail: string | null;
                /** @description The evidence, newest first */
                evidence: {
                    /** Format: date-time */
                    at: string;
                    /** @enum {string} */
                    kind: "exchange_event" | "webhook" | "collapsed_run";
                    eventType: string | null;
                    outcome: string | null;
                    errorCode: string | null;
                    recovery: ("transient" | "correctable" | "structural") | null;
                    attemptNumber: number | null;
                    hiddenCount: number | null;
                    detail: string | null;
                }[];
            }[];
            /** @description One for each source that sells a part of it */
            legs: {
                sourceId: string;
                sourceName: string | null;
                sourceKind: string;
                /** @description In the source's own terms, if it has given a status */
                currentStatus: string | null;
                /** Format: date-time */
                forwardedAt: string | null;
                /** Format: date-time */
                responseReceivedAt: string | null;
                /** @description To quote to the source's people */
                theirReference: {
                    mediaBuyId: string | null;
                    taskId: string | null;
                };
                /** @description The key that the source was sent: the same for every retry */
                platformReference: {
                    idempotencyKey: string | null;
                    /** Format: date-time */
                    requestedAt: string | null;
                };
                stages: {
                    /** @enum {string} */
                    stage: "received" | "screened" | "decided" | "forwarded" | "forward_failed" | "submitted" | "source_moderation" | "accepted" | "rejected" | "delivering";
                    /**
                     * Format: date-time
                     * @description When it was first reached
                     */
                    at: string | null;
                    detail: string | null;
                    /** @description The evidence, newest first */
                    evidence: {
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        kind: "exchange_event" | "webhook" | "collapsed_run";
                        eventType: string | null;
                        outcome: string | null;
                        errorCode: string | null;
                        recovery: ("transient" | "correctable" | "structural") | null;
                        attemptNumber: number | null;
                        hiddenCount: number | null;
                        detail: string | null;
                    }[];
                }[];
                /** @description Not stored: see payloadHighlights */
                forwardedPayload: {
                    [key: string]: unknown;
                } | null;
                /** @description Not stored: see stages */
                responsePayload: {
                    [key: string]: unknown;
                } | null;
                /** @description Null before anything was sent */
                payloadHighlights: {
                    /** Format: date-time */
                    flightStart: string | null;
                    /** Format: date-time */
                    flightEnd: string | null;
                    /** @description At the source's price, in `currency` */
                    budget: number | null;
                    currency: string | null;
                    packageCount: number | null;
                    /** @description The first twenty, by the source's ids */
                    productIds: string[];
                    targetingKeys: string[];
                } | null;
                replayed: boolean | null;
                note: string | null;
                /** @description What people and modules did for it, if its source is modular; oldest first */
                workItems: {
                    workItemId: string;
                    kind: string;
                    eventType: string;
                    actorType: string;
                    /** Format: date-time */
                    at: string;
                }[];
            }[];
            /** @description The changes that the buyer has requested since, oldest first, and each source's answers */
            changes: {
                /** Format: date-time */
                requestedAt: string;
                answers: {
                    sourceId: string;
                    /** @enum {string} */
                    outcome: "unanswered" | "submitted" | "input_required" | "done" | "rejected";
                    errorCode: string | null;
                }[];
            }[];
            eventsTruncated: boolean;
        };
        StorefrontReadiness: {
            platformId: string;
            /** @enum {string} */
            status: "ready" | "blocked";
            isPaused: boolean;
            /** @description Open, not archived, and nothing blocks */
            canTransact: boolean;
            /** @enum {string} */
            effectiveStatus: "archived" | "paused" | "blocked" | "live";
            availabilityGuidance?: components["schemas"]["ReadinessBlockingGuidance"];
            checks: components["schemas"]["ReadinessCheck"][];
            publisherDomains: {
                publisherDomain: string;
                /** @enum {string} */
                status: "pending" | "authorized" | "unauthorized" | "unknown" | "error";
                adagentsStatus: ("pending" | "resolved" | "no_adagents" | "invalid" | "error") | null;
                authorizationStatus: ("authorized" | "unauthorized" | "unknown") | null;
                authorizationReason: ("authorized" | "agent_not_listed" | "agent_not_property_bound" | "agent_untyped" | "file_invalid" | "no_file") | null;
                resolvedPropertyCount: number | null;
                /** Format: date-time */
                lastSyncedAt: string | null;
                lastPushedAt: null;
            }[];
            demandCoverage: {
                eligibleCombinations: number;
                coveredCombinations: number;
                categories: string[];
                markets: string[];
                channels: string[];
                missingDimensions: ("category" | "market" | "channel" | "inventory")[];
                sampleBriefs: unknown[];
            };
            sourceDiagnostics: components["schemas"]["SourceDiagnostics"][];
            diagnoses: components["schemas"]["SourceHealthDiagnosis"][];
            /**
             * @description crawl: not live yet; walk: live on one source; run: on several
             * @enum {string}
             */
            phase: "pass_through" | "crawl" | "walk" | "run";
            liveness: {
                /** @enum {string} */
                state: "setup" | "live" | "live_attention" | "live_critical";
                /** @enum {string} */
                reasonCode: "archived" | "paused_before_live" | "setup_incomplete" | "go_live_requirement_regressed" | "degraded_source" | "healthy";
                reason: string;
                remainingSteps: number | null;
                actionPath: null;
            };
        };
        StorefrontSearchResult: {
            /** @enum {string} */
            kind: "inventory_source" | "join_link" | "buyer" | "media_buy";
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
        SwitchAccount: {
            customerId: number | string;
        };
        TermsAcceptance: {
            /** @constant */
            accepted: true;
            version: string;
            /** Format: date-time */
            acceptedAt: string;
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
        WorkItem: {
            id: string;
            storefrontId: string;
            inventorySourceId: string;
            moduleId: string | null;
            /** @enum {string} */
            kind: "APPROVE_MEDIA_BUY" | "APPROVE_MEDIA_BUY_CANCELLATION" | "REVIEW_CREATIVE" | "CONFIRM_AVAILS" | "APPROVE_RATE_EXCEPTION" | "MAP_CREATIVE_REF" | "SYNC_UPSTREAM_CREATIVE" | "EXECUTE_UPSTREAM_BOOKING" | "TRAFFIC_TO_CADENT" | "RESOLVE_TRAFFICKING_ERROR" | "UPLOAD_FINAL_REPORT" | "RESOLVE_SOURCE_HEALTH" | "GENERAL";
            title: string;
            description: string | null;
            /** @enum {string} */
            status: "OPEN" | "IN_PROGRESS" | "BLOCKED" | "COMPLETED" | "CANCELLED";
            /** @enum {string} */
            priority: "LOW" | "NORMAL" | "HIGH" | "URGENT";
            resourceType: string;
            resourceId: string;
            mediaBuyId: string | null;
            buyerCustomerId: number | null;
            assignedTo: string | null;
            /** Format: date-time */
            dueAt: string | null;
            blockedReason: string | null;
            createdByType: string;
            createdById: string | null;
            completedBy: string | null;
            /** Format: date-time */
            completedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description What a result must contain before the item is completed */
            requiredResultFields: string[];
            payload: {
                [key: string]: unknown;
            };
            result: {
                [key: string]: unknown;
            };
        };
        WorkItemChange: {
            /** @enum {string} */
            status?: "OPEN" | "IN_PROGRESS" | "BLOCKED";
            assignedTo?: (string | number) | null;
            /** @description Required with BLOCKED */
            blockedReason?: string | null;
            result?: {
                [key: string]: unknown;
            };
            notes?: string;
        };
        WorkItemCompletion: {
            result?: {
                [key: string]: unknown;
            };
            notes?: string;
        };
        WorkItemDetail: {
            item: components["schemas"]["WorkItem"];
            events: {
                id: string;
                workItemId: string;
                eventType: string;
                actorType: string;
                actorId: string | null;
                notes: string | null;
                payload: {
                    [key: string]: unknown;
                };
                /** Format: date-time */
                createdAt: string;
            }[];
        };
        WorkItemMutation: {
            /** @constant */
            ok: true;
            item: components["schemas"]["WorkItem"];
            changed?: boolean;
        };
        WorkItemSummary: {
            id: string;
            storefrontId: string;
            inventorySourceId: string;
            moduleId: string | null;
            /** @enum {string} */
            kind: "APPROVE_MEDIA_BUY" | "APPROVE_MEDIA_BUY_CANCELLATION" | "REVIEW_CREATIVE" | "CONFIRM_AVAILS" | "APPROVE_RATE_EXCEPTION" | "MAP_CREATIVE_REF" | "SYNC_UPSTREAM_CREATIVE" | "EXECUTE_UPSTREAM_BOOKING" | "TRAFFIC_TO_CADENT" | "RESOLVE_TRAFFICKING_ERROR" | "UPLOAD_FINAL_REPORT" | "RESOLVE_SOURCE_HEALTH" | "GENERAL";
            title: string;
            description: string | null;
            /** @enum {string} */
            status: "OPEN" | "IN_PROGRESS" | "BLOCKED" | "COMPLETED" | "CANCELLED";
            /** @enum {string} */
            priority: "LOW" | "NORMAL" | "HIGH" | "URGENT";
            resourceType: string;
            resourceId: string;
            mediaBuyId: string | null;
            buyerCustomerId: number | null;
            assignedTo: string | null;
            /** Format: date-time */
            dueAt: string | null;
            blockedReason: string | null;
            createdByType: string;
            createdById: string | null;
            completedBy: string | null;
            /** Format: date-time */
            completedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description What a result must contain before the item is completed */
            requiredResultFields: string[];
        };
        WorkItems: {
            items: components["schemas"]["WorkItemSummary"][];
            total: number;
            scanned: number;
            windowFull: boolean;
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
        /** @description CONFLICT */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "CONFLICT";
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
        /** @description CUSTOMER_ROLE_DENIED, FORBIDDEN, TOS_ACCEPTANCE_REQUIRED */
        "CustomerRoleDenied.Forbidden.TosAcceptanceRequired": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "CUSTOMER_ROLE_DENIED" | "FORBIDDEN" | "TOS_ACCEPTANCE_REQUIRED";
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
        /** @description INVALID_STATE */
        InvalidState: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "INVALID_STATE";
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
        /** @description STALE_PREVIEW_BASELINE */
        StalePreviewBaseline: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"] & {
                    error?: {
                        /** @enum {unknown} */
                        code?: "STALE_PREVIEW_BASELINE";
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
    listStorefrontAuditLogs: {
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
    resolveBrand: {
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
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    archiveStorefront: {
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
            /** @description Archive your storefront permanently */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Storefront"];
                    };
                };
            };
            400: components["responses"]["InvalidState"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getStorefront: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get your storefront */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Storefront"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateStorefront: {
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
                "application/json": components["schemas"]["StorefrontChange"];
            };
        };
        responses: {
            /** @description Update your storefront, open it or pause it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Storefront"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createStorefront: {
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
                "application/json": components["schemas"]["NewStorefront"];
            };
        };
        responses: {
            /** @description Create your storefront */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Storefront"];
                    };
                };
            };
            /** @description Create your storefront */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Storefront"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateStorefrontCapabilities: {
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
                "application/json": components["schemas"]["StorefrontCapabilitiesChange"];
            };
        };
        responses: {
            /** @description Set what your storefront offers buyers beyond selling */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Storefront"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    approveStorefrontLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                linkId: number | string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Shown to the storefront that asked */
                    responseMessage?: string;
                };
            };
        };
        responses: {
            /** @description Approve a storefront that asks to sell from yours */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontLink"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    cancelStorefrontLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                linkId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancel a link with another storefront, or a request for one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontLink"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getStorefrontLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                linkId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a link of your storefront with another */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontLink"];
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
    listStorefrontLinks: {
        parameters: {
            query?: {
                /** @description inbound: storefronts that sell from yours, or ask to; outbound: storefronts that yours sells from, or asks to */
                direction?: "inbound" | "outbound";
                status?: "PENDING" | "ACTIVE" | "REJECTED" | "CANCELLED";
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the storefronts that sell from yours, or that yours sells from */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["StorefrontLink"][];
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
    rejectStorefrontLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                linkId: number | string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Shown to the storefront that asked */
                    responseMessage?: string;
                };
            };
        };
        responses: {
            /** @description Refuse a storefront that asks to sell from yours */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontLink"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    checkInventorySource: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Check the agent behind a source again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["InventorySource"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listInventorySources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your inventory sources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["InventorySource"][];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createInventorySource: {
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
                "application/json": components["schemas"]["NewInventorySource"];
            };
        };
        responses: {
            /** @description Add an inventory source: an agent, or link another storefront to sell from */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["InventorySource"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getInventorySource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get an inventory source */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["InventorySource"];
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
    updateInventorySource: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventorySourceChange"];
            };
        };
        responses: {
            /** @description Update an inventory source, rotate its credential, or enable or disable it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["InventorySource"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    deleteInventorySource: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
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
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    runInventorySourceDiscoveryTest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description By default, a brief that asks for anything */
                    brief?: string;
                };
            };
        };
        responses: {
            /** @description Ask one of your sources for products, to test it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["DiscoveryTest"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createFeedModularInventorySource: {
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
                "application/json": components["schemas"]["NewFeedModularSource"];
            };
        };
        responses: {
            /** @description Add a modular source with a feed of avails */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["FeedModularSource"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getModularInventorySourceReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the state of a modular source, stage by stage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["InventorySourceRuntimeProjection"];
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
    downloadModularInventoryTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a CSV file of avails to fill in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ModularCsvTemplate"];
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
    scheduleModularInventorySourceFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModularFeedSchedule"];
            };
        };
        responses: {
            /** @description Fetch a feed from a URL on a schedule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["InventorySourceRuntimeProjection"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    endModularInventorySourceFeedSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stop fetching the feed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["InventorySourceRuntimeProjection"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    ingestModularInventorySourceAvailsFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModularAvailsIngest"];
            };
        };
        responses: {
            /** @description Preview avails, or put them on sale */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ModularAvailsIngestResult"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["StalePreviewBaseline"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    previewModularInventorySourceAvailsUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ModularFeedDefaults"];
                "multipart/form-data": {
                    metadata?: string;
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description Preview a file of avails: CSV, JSON or XLSX */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ModularAvailsPreview"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listModularInventorySourceProducts: {
        parameters: {
            query?: {
                take?: number;
                /** @description The last avail id of the previous page */
                after?: string;
            };
            header?: never;
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the avails of a modular source with their held, booked and free impressions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ModularInventoryProducts"];
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
    finalizeModularInventoryBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModularFinalization"];
            };
        };
        responses: {
            /** @description Finalize a reservation so that it can be booked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ModularFinalizationResult"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    releaseModularInventoryBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModularRelease"];
            };
        };
        responses: {
            /** @description Release the impressions of a booking */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ModularBooking"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    reserveModularInventoryProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModularReservation"];
            };
        };
        responses: {
            /** @description Reserve impressions of an avail for a media buy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ModularBooking"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    attachModularInventorySourceModule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModuleAttachment"];
            };
        };
        responses: {
            /** @description Attach a module to a modular source */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["InventorySourceRuntimeProjection"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    rotateModularInventorySourceModuleCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
                moduleInstanceId: string;
                credentialKind: "API_KEY" | "BEARER" | "OAUTH";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModuleCredential"];
            };
        };
        responses: {
            /** @description Rotate a module's credential for its upstream system */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ModuleCredentialStatus"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createModularInventorySourceModuleCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
                moduleInstanceId: string;
                credentialKind: "API_KEY" | "BEARER" | "OAUTH";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModuleCredential"];
            };
        };
        responses: {
            /** @description Add a module's credential for its upstream system */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ModuleCredentialStatus"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    revokeModularInventorySourceModuleCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
                moduleInstanceId: string;
                credentialKind: "API_KEY" | "BEARER" | "OAUTH";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a module's credential for its upstream system */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ModuleCredentialStatus"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listModuleCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the modules that a modular source can use */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ModuleCatalogue"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    resolveModularInventorySourceModuleHealth: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
                moduleInstanceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Clear a module's reported error */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["InventorySourceRuntimeProjection"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateModularInventorySourceModuleConfig: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
                moduleInstanceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModuleConfigChange"];
            };
        };
        responses: {
            /** @description Configure or disable a module, or set it to ERROR */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["InventorySourceRuntimeProjection"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    completeModularInventorySourceWorkItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
                workItemId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WorkItemCompletion"];
            };
        };
        responses: {
            /** @description Complete a work item with its result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["WorkItemMutation"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getModularInventorySourceWorkItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sourceId: string;
                workItemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a work item with its history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["WorkItemDetail"];
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
    updateModularInventorySourceWorkItem: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
                workItemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkItemChange"];
            };
        };
        responses: {
            /** @description Take a work item, say what blocks it, or add notes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["WorkItemMutation"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listModularInventorySourceWorkItems: {
        parameters: {
            query?: {
                status?: ("OPEN" | "IN_PROGRESS" | "BLOCKED" | "COMPLETED" | "CANCELLED")[];
                kind?: "APPROVE_MEDIA_BUY" | "APPROVE_MEDIA_BUY_CANCELLATION" | "REVIEW_CREATIVE" | "CONFIRM_AVAILS" | "APPROVE_RATE_EXCEPTION" | "MAP_CREATIVE_REF" | "SYNC_UPSTREAM_CREATIVE" | "EXECUTE_UPSTREAM_BOOKING" | "TRAFFIC_TO_CADENT" | "RESOLVE_TRAFFICKING_ERROR" | "UPLOAD_FINAL_REPORT" | "RESOLVE_SOURCE_HEALTH" | "GENERAL";
                resourceType?: string;
                resourceId?: string;
                mediaBuyId?: string;
                buyerCustomerId?: number | string;
                /** @description Only items at least this old */
                olderThanHours?: number;
                limit?: number;
            };
            header?: never;
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the work items of a modular source */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["WorkItems"];
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
    listWorkQueue: {
        parameters: {
            query?: {
                status?: ("OPEN" | "IN_PROGRESS" | "BLOCKED" | "COMPLETED" | "CANCELLED")[];
                kind?: "APPROVE_MEDIA_BUY" | "APPROVE_MEDIA_BUY_CANCELLATION" | "REVIEW_CREATIVE" | "CONFIRM_AVAILS" | "APPROVE_RATE_EXCEPTION" | "MAP_CREATIVE_REF" | "SYNC_UPSTREAM_CREATIVE" | "EXECUTE_UPSTREAM_BOOKING" | "TRAFFIC_TO_CADENT" | "RESOLVE_TRAFFICKING_ERROR" | "UPLOAD_FINAL_REPORT" | "RESOLVE_SOURCE_HEALTH" | "GENERAL";
                resourceType?: string;
                resourceId?: string;
                mediaBuyId?: string;
                buyerCustomerId?: number | string;
                /** @description Only items at least this old */
                olderThanHours?: number;
                limit?: number;
                /** @description Only items of one source */
                sourceId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the work items of all your modular sources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["WorkItems"];
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
    downloadModularReportTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a CSV template for a delivery report, with a row per booking */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ModularCsvTemplate"];
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
    importModularInventorySourceReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ModularReportUpload"];
                "multipart/form-data": {
                    metadata?: string;
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description Import a delivery report: CSV, JSON or XLSX */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ModularReport"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["ServiceUnavailable"];
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
    setStorefrontAdapter: {
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
                "application/json": components["schemas"]["StorefrontAdapter"];
            };
        };
        responses: {
            /** @description Choose the platform that your storefront sells on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontAdapterState"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listStorefrontPublishers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the publishers that you sell for, and whether they confirm it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["PublisherList"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    replaceStorefrontPublishers: {
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
                "application/json": components["schemas"]["Publishers"];
            };
        };
        responses: {
            /** @description Declare the publishers that you sell for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["PublisherList"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    addStorefrontPublisher: {
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
                "application/json": components["schemas"]["NewPublisher"];
            };
        };
        responses: {
            /** @description Add a publisher that you sell for */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["PublisherList"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    checkStorefrontPublishers: {
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
            /** @description Check your publishers' adagents.json again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["PublisherList"];
                    };
                };
            };
            400: components["responses"]["InvalidState"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    removeStorefrontPublisher: {
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
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    verifyOperatorDomain: {
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
            /** @description Prove that your operator domain is yours */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OperatorDomainProof"];
                    };
                };
            };
            400: components["responses"]["InvalidState"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    discoverAgents: {
        parameters: {
            query: {
                /** @description The operator's or publisher's domain, or a URL on it */
                domain: string;
                /** @description Ask again, even if somebody has asked within the last two minutes */
                refresh?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See which agents a domain operates, and who may sell for it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AgentDirectoryEntry"];
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
    activateOperatingInstructions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                version: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Activate a version of your operating instructions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OperatingInstructions"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listOperatingInstructions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the versions of your operating instructions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["OperatingInstructions"][];
                            total: number;
                        };
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createOperatingInstructions: {
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
                "application/json": components["schemas"]["NewOperatingInstructions"];
            };
        };
        responses: {
            /** @description Save a new version of your operating instructions */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OperatingInstructions"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getActiveOperatingInstructions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get your active operating instructions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OperatingInstructions"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getOperatingInstructionsVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get one version of your operating instructions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OperatingInstructions"];
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
    activateAcceptancePolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                version: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Activate a version of your acceptance policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AcceptancePolicy"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listAcceptancePolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the versions of your acceptance policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["AcceptancePolicy"][];
                            total: number;
                        };
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createAcceptancePolicy: {
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
                "application/json": components["schemas"]["NewAcceptancePolicy"];
            };
        };
        responses: {
            /** @description Save a new version of your acceptance policy */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AcceptancePolicy"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getAcceptancePolicyVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get one version of your acceptance policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AcceptancePolicy"];
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
    getActiveAcceptancePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get your active acceptance policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AcceptancePolicy"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listBuyerInstructions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your instructions for buyers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["BuyerInstruction"][];
                            total: number;
                        };
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createBuyerInstructions: {
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
                "application/json": components["schemas"]["NewBuyerInstruction"];
            };
        };
        responses: {
            /** @description Create an instruction for buyers of an operator, a brand, or both */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["BuyerInstruction"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    deleteBuyerInstructions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number | string;
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
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateBuyerInstructions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuyerInstructionChange"];
            };
        };
        responses: {
            /** @description Change an instruction for buyers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["BuyerInstruction"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    resolveBuyerInstructions: {
        parameters: {
            query?: {
                /** @description The agency or platform that would buy */
                operatorDomain?: string;
                /** @description The advertiser's brand */
                brandDomain?: string;
                /** @description Where the campaign would run */
                country?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See which instructions and discounts apply to a buyer, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ResolvedBuyerInstructions"];
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
    listHouseDiscounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your discounts for corporate groups */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["HouseDiscount"][];
                            total: number;
                        };
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    createHouseDiscount: {
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
                "application/json": components["schemas"]["NewHouseDiscount"];
            };
        };
        responses: {
            /** @description Give the brands or agencies of a corporate group a discount */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["HouseDiscount"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    deleteHouseDiscount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number | string;
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
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    updateHouseDiscount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HouseDiscountChange"];
            };
        };
        responses: {
            /** @description Change a discount or its notes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["HouseDiscount"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    resolveHouseHierarchy: {
        parameters: {
            query: {
                /** @description A brand's or an operator's domain */
                domain: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See which corporate group a domain belongs to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["HouseHierarchy"];
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
    activateProductRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                version: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Activate a version of your product rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ProductRules"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listProductRules: {
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
            /** @description List the versions of your product rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            items: components["schemas"]["ProductRules"][];
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
    createProductRules: {
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
                "application/json": components["schemas"]["NewProductRules"];
            };
        };
        responses: {
            /** @description Save a new version of your product rules */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ProductRules"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getActiveProductRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get your active product rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ProductRules"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getProductRulesVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get one version of your product rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ProductRules"];
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
    getStorefrontSellerAnalytics: {
        parameters: {
            query?: {
                /** @description How many of the newest runs are analysed; with days, how many of them are listed */
                limit?: number;
                /** @description Analyses all runs of these days instead; UTC, both inclusive */
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See what buyers asked for, were shown and booked, and what to do about it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SellerAnalytics"];
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
    setLearnedDefaultPosture: {
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
                "application/json": components["schemas"]["LearnedDefaultPosture"];
            };
        };
        responses: {
            /** @description Pin the posture to use if there is no history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            learnedDefault: {
                                /** @enum {string} */
                                posture: "direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror";
                                reason: string | null;
                                /** Format: date-time */
                                checkedAt: string | null;
                            } | null;
                        };
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getStorefrontCompliance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See how well the agents behind your sources conform to AdCP */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ReadinessCheck"] | null;
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getStorefrontReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See whether your storefront can sell, and if not, why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontReadiness"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    refreshStorefrontCompliance: {
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
                    /** @description One agent; by default, every agent that can be tested */
                    agentId?: string;
                };
            };
        };
        responses: {
            /** @description Test the agents behind your sources for AdCP compliance again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ReadinessCheck"] | null;
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getInventorySourceDiagnostics: {
        parameters: {
            query?: {
                /** @description How many hours to look back */
                windowHours?: number;
            };
            header?: never;
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See how one of your sources has answered recently */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["InventorySourceDiagnostics"];
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
    approveSponsoredBuyer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                buyerId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Approve a buyer who is waiting to join */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SponsoredBuyer"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listJoinLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List your active join links */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["JoinLink"][];
                            total: number;
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
    createJoinLink: {
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
                "application/json": components["schemas"]["NewJoinLink"];
            };
        };
        responses: {
            /** @description Create a link through which advertisers join your storefront */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["JoinLink"];
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
    disableJoinLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                linkId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disable a join link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["DisabledJoinLink"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listSponsoredBuyers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the buyers who joined your storefront */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["SponsoredBuyer"][];
                            total: number;
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
    reactivateSponsoredBuyer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                buyerId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Reactivate a suspended buyer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SponsoredBuyer"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    suspendSponsoredBuyer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                buyerId: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Suspend a buyer: no new media buys or changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SponsoredBuyer"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listJoinLinkFunnels: {
        parameters: {
            query?: {
                /** @description The first day, UTC; by default, since each link was created */
                startDate?: string;
                /** @description The last day, UTC, inclusive; by default, today */
                endDate?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See how many views of each join link led to a sign-up and a first buy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["JoinLinkFunnel"][];
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
    confirmSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmSignUp"];
            };
        };
        responses: {
            /** @description Confirm your email address with the link from the email */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Joined"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getJoinContext: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See whose join link this is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["JoinLinkContext"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description Join a storefront through its link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SignedUp"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
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
    getStorefrontAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get an agent behind your sources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontAgent"];
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
    listStorefrontAgents: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                type?: "SALES" | "SIGNAL" | "CREATIVE" | "OUTCOME";
                status?: "PENDING" | "ACTIVE" | "DISABLED";
                /** @description MARKETPLACE finds none, because other sellers' agents are not shown */
                relationship?: "SELF" | "MARKETPLACE";
                /** @description Part of the name, ignoring case */
                name?: string;
                /** @description Whether each buyer brings their own credential */
                supportsRegistration?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the agents behind your sources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["StorefrontAgentSummary"][];
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
    refreshStorefrontAgentCapabilities: {
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
        requestBody?: never;
        responses: {
            /** @description Ask an agent for its capabilities again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AgentCapabilities"];
                    };
                };
            };
            400: components["responses"]["BadRequest.InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getStorefrontMediaBuy: {
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
            /** @description Get one media buy with its packages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontMediaBuy"];
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
    getStorefrontMediaBuyTimeline: {
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
            /** @description See the timeline of a media buy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontMediaBuyTimeline"];
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
    listStorefrontMediaBuys: {
        parameters: {
            query?: {
                /** @description Only orders with this status */
                status?: "pending_approval" | "forwarding" | "forward_failed" | "awaiting_source" | "rejected" | "canceled" | "booked" | "delivering" | "paused" | "completed";
                /** @description Only orders of this buyer */
                buyerCustomerId?: number | string;
                /** @description Only orders in which this source sells a part */
                sourceId?: string;
                /** @description Only flights that start at this time or later */
                flightStartFrom?: string;
                /** @description Only flights that start at this time or earlier */
                flightStartTo?: string;
                take?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the media buys at your storefront */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            items: components["schemas"]["StorefrontMediaBuySummary"][];
                            /** @description How many match, on all pages */
                            total: number;
                            warnings: string[];
                            statusFreshness: {
                                /** Format: date-time */
                                lastConfirmedAt: string | null;
                                hoursSinceConfirmed: number | null;
                                message: string;
                            } | null;
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
    settleStorefrontMediaBuySource: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                mediaBuyId: string;
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MediaBuySettlement"];
            };
        };
        responses: {
            /** @description Record whether a source that never answered has booked its part */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontMediaBuy"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getStorefrontDelivery: {
        parameters: {
            query?: {
                /** @description What each row represents */
                groupBy?: "mediaBuy" | "buyer" | "source" | "day";
                /** @description The first day, inclusive */
                startDate?: string;
                /** @description The last day, inclusive; by default today */
                endDate?: string;
                /** @description How many days up to the last; 0 for all time. Ignored if startDate is given */
                days?: number;
                /** @description Only this order */
                mediaBuyId?: string;
                /** @description Only orders of this buyer */
                buyerCustomerId?: number | string;
                /** @description Only what this source delivered */
                sourceId?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Report what your storefront delivered and earned, by order, buyer, source or day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            /** @enum {string} */
                            groupBy: "mediaBuy" | "buyer" | "source" | "day";
                            items: components["schemas"]["StorefrontDelivery"][];
                            total: number;
                            hasMore: boolean;
                            nextOffset: number | null;
                            /** @description For all rows on all pages, one for each currency */
                            totals: {
                                currency: string;
                                impressions: number;
                                clicks: number;
                                /** @description Viewable impressions */
                                views: number;
                                completedViews: number;
                                conversions: number;
                                /** @description What the buyers pay for it, after discounts */
                                revenue: number;
                                /** @description revenue × 1000 / impressions; null without impressions */
                                ecpm: number | null;
                                /** @description Whether the figures are final */
                                final: boolean;
                                /**
                                 * Format: date-time
                                 * @description When the newest of the figures arrived
                                 */
                                reportedAt: string;
                            }[];
                            /**
                             * Format: date
                             * @description Null if it is all time
                             */
                            periodStart: string | null;
                            /** Format: date */
                            periodEnd: string | null;
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
    listSourceReconciliations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List media buys at sources that a restored backup does not know about */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            reconciliations: components["schemas"]["SourceReconciliation"][];
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
    settleSourceReconciliation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconciliationSettlement"];
            };
        };
        responses: {
            /** @description Record that you have reconciled with a source, and let buyers buy from it again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SourceReconciliation"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    decidePendingMediaBuy: {
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
                "application/json": components["schemas"]["MediaBuyDecision"];
            };
        };
        responses: {
            /** @description Approve or reject a media buy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["MediaBuyForwarded"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    evaluatePendingMediaBuy: {
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
            /** @description Check a media buy against your current acceptance policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["MediaBuyEvaluation"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getPendingMediaBuy: {
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
            /** @description Get one media buy that was held for your approval */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["MediaBuyApproval"];
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
    listPendingMediaBuys: {
        parameters: {
            query?: {
                status?: "pending" | "approved" | "rejected" | "revoked";
                take?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the media buys waiting for your approval */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            items: components["schemas"]["MediaBuyApproval"][];
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
    retryForwardPendingMediaBuy: {
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
                "application/json": components["schemas"]["MediaBuyRetry"];
            };
        };
        responses: {
            /** @description Resend an approved media buy to the sources that have not answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["MediaBuyForwarded"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listBuyerAutoApprovals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the buyers with automatic approval */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["BuyerAutoApproval"][];
                            total: number;
                            /** @description Every buyer that has bought at your storefront, including those listed above */
                            eligibleBuyers: {
                                buyerCustomerId: number;
                                buyerName: string | null;
                                mediaBuyCount: number;
                                /** Format: date-time */
                                lastMediaBuyAt: string;
                            }[];
                        };
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    setBuyerAutoApprove: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                buyerCustomerId: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuyerAutoApproveChange"];
            };
        };
        responses: {
            /** @description Turn automatic approval of a buyer's media buys on or off */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["BuyerAutoApproval"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    decideCreativeReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The buyer's own id for it */
                creativeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreativeReviewDecision"];
            };
        };
        responses: {
            /** @description Approve or reject a creative */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CreativeReview"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    evaluateCreativeReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The buyer's own id for it */
                creativeId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreativeReviewQuestion"];
            };
        };
        responses: {
            /** @description Check a creative by rule */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CreativeEvaluation"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getCreativeReview: {
        parameters: {
            query?: {
                /** @description The `id` of the review, if several buyers use the same creative id */
                reviewId?: number | string;
            };
            header?: never;
            path: {
                /** @description The buyer's own id for it */
                creativeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the review of one creative */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CreativeReview"];
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
    listCreativeReviews: {
        parameters: {
            query?: {
                status?: "pending" | "approved" | "rejected" | "revoked";
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the creatives waiting for your approval */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["CreativeReview"][];
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
    listCallerKeys: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                /** @description Only keys that expire by then and have not expired yet, the soonest first */
                expiresBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the caller keys of your storefront */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            items: components["schemas"]["CallerKey"][];
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
    createCallerKey: {
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
                "application/json": components["schemas"]["NewCallerKey"];
            };
        };
        responses: {
            /** @description Create a caller key for a buyer of another system */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CreatedCallerKey"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    revokeCallerKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                callerKeyId: string;
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
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getIntelligenceRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get one intelligence run in full */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["IntelligenceRun"];
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
    getSellerDecisionRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See how an answer was made, and what it led to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SellerDecisionRecord"];
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
    labelIntelligenceRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number | string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IntelligenceRunLabel"];
            };
        };
        responses: {
            /** @description Give feedback on an intelligence run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["IntelligenceRun"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listIntelligenceRuns: {
        parameters: {
            query?: {
                skip?: number;
                take?: number;
                /** @description responded: with products; declined_fit: nothing matched; declined_policy: your acceptance policy said no */
                disposition?: "responded" | "declined_fit" | "declined_policy" | "not_live";
                /** @description Part of the brief, ignoring case */
                q?: string;
                buyingMode?: "brief" | "wholesale" | "refine";
                /** @description By the latest event of the media buys attributed to the run */
                commercialResult?: "booked" | "pending" | "rejected";
                /** @description true: only runs that seller analytics counts, as with any of the following filters */
                counted?: boolean;
                /** @description Only counted runs from this time on */
                createdFrom?: string;
                /** @description Only counted runs up to this time, inclusive */
                createdTo?: string;
                resultKind?: "ok" | "error" | "skipped";
                /** @description Only counted runs that were composed under this posture */
                posture?: "direct_fit" | "hold_value" | "value_preserving_compromise" | "tradeoff_ladder" | "price_first" | "wholesale_mirror";
                /** @description Only counted runs with a request for changes, with a price objection or about packaging */
                asked?: "any" | "price" | "packaging";
                /** @description Only counted runs with, or without, a booked media buy */
                booked?: boolean;
                /** @description Only counted runs of this operator; none: runs that named no operator */
                operatorDomain?: string;
                /** @description Only counted runs for this brand; none: runs that named no brand */
                brandDomain?: string;
                /** @description Only counted runs for this country; none: runs that named no country */
                country?: string;
                /** @description Only counted runs in which this product was shown */
                productId?: string;
                /** @description summary omits prompt, raw output and inventory snapshot */
                view?: "full" | "summary";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what buyers asked your storefront for, and what they were shown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            items: components["schemas"]["IntelligenceRun"][];
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
    replayIntelligenceRun: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number | string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Replay an intelligence run, and see whether the result is the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["IntelligenceRunReplay"];
                    };
                };
            };
            400: components["responses"]["InvalidState.ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    previewProductRules: {
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
                "application/json": components["schemas"]["ProductPreviewRequest"];
            };
        };
        responses: {
            /** @description Preview what buyers would see under product rules, and what is left out and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ProductPreview"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    getStorefrontPendingOperations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See everything that is waiting for somebody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["PendingOperations"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    setSimulatedBuyers: {
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
                "application/json": components["schemas"]["SimulatedBuyersSetting"];
            };
        };
        responses: {
            /** @description Set how many simulated buyers visit your storefront, in a sandbox */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["SimulatedBuyers"];
                    };
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden.TosAcceptanceRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyConflict.IdempotencyInFlight"];
            413: components["responses"]["PayloadTooLarge"];
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
    getStorefrontSearch: {
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
                            items: components["schemas"]["StorefrontSearchResult"][];
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
