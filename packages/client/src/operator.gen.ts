// Generated from the operation table by `npm run generate`.
export interface paths {
    "/api/v2/accounts/current": {
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
    "/api/v2/accounts": {
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
    "/api/v2/accounts/{customerId}/domain": {
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
    "/api/v2/operator/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the organisations of the installation, newest first */
        get: operations["listOrganisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/accept-tos": {
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
    "/api/v2/api-keys": {
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
    "/api/v2/api-keys/{apiKeyId}": {
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
    "/api/v2/accounts/switch": {
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
    "/api/v2/audit-logs/verify": {
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
    "/api/v2/operator/dead-letters/{deadLetterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Dismiss a failed job without running it */
        delete: operations["dismissDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/operator/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List failed jobs */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/operator/dead-letters/{deadLetterId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a failed job, starting from its first attempt
         * @description Every step is safe to repeat: calls to other systems carry the same idempotency key as before.
         */
        post: operations["retryDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/operator/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what this installation is running, and its open work */
        get: operations["getInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/webhook-subscriptions": {
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
    "/api/v2/webhook-subscriptions/{id}": {
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
    "/api/v2/webhook-subscriptions/{id}/deliveries": {
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
    "/api/v2/webhook-subscriptions/{id}/deliveries/{deliveryId}/redeliver": {
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
    "/api/v2/webhook-subscriptions/{id}/test": {
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
    "/api/v2/notifications/{notificationId}/acknowledge": {
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
    "/api/v2/notifications": {
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
    "/api/v2/notifications/read-all": {
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
    "/api/v2/notifications/{notificationId}/read": {
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
    "/api/v2/members/{userId}": {
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
    "/api/v2/members": {
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
    "/api/v2/members/invitations": {
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
    "/api/v2/members/invitations/{invitationId}": {
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
    "/api/v2/operator/acting-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act for an organisation: with a reason, for a limited time, in this browser
         * @description From then on the session's requests may name the organisation in X-Interchange-Organisation. They can read and, with `mayWrite`, change what a member may change; people, keys, terms and everything reserved for administrators stay with the organisation. It is notified and sees the reason; both audit logs record it.
         */
        post: operations["startActing"];
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
    "/api/v2/operator/sign-ups/{signUpId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a sign-up: create the organisation, and email the person a sign-in link */
        post: operations["approveSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/operator/sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sign-ups with a confirmed email address; by default those waiting for you */
        get: operations["listSignUps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/operator/sign-ups/{signUpId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a sign-up, and email the person the reason */
        post: operations["refuseSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/connected-applications/{applicationId}": {
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
    "/api/v2/connected-applications": {
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
    "/api/v2/operator/adapters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the platforms that storefronts can be connected to */
        get: operations["listAdapterProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/operator/adapters/{provider}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set this installation's application at a platform
         * @description Register callbackUrl with the application first: a platform only sends people back to registered addresses.
         */
        put: operations["setAdapterApplication"];
        post?: never;
        /**
         * Remove this installation's application at a platform
         * @description Connected storefronts stop working when their tokens expire, and must be connected again with another application.
         */
        delete: operations["removeAdapterApplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/operator/storefronts/{storefrontId}/hide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hide a listed storefront: only buyers who know it can still reach it */
        post: operations["hideStorefront"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/operator/storefronts/{storefrontId}/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List a storefront, so that every buyer can find it */
        post: operations["listStorefront"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/operator/storefronts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every seller's storefront, by its state in the marketplace */
        get: operations["listStorefrontsForReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/operator/interest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what buyers would like to buy, newest first
         * @description Every submission. If INTEREST_WEBHOOK_URL is set, each one is also sent there as it arrives.
         */
        get: operations["listStorefrontInterest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/operator/stuck-buys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the orders, at all storefronts, that a source may have booked without confirming, longest first */
        get: operations["listStuckBuys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/operator/stuck-buys/{legId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a source now, instead of at its next scheduled retry
         * @description Under the original key, and only while the source remembers it, so that nothing is bought twice. Orders in doubt are settled manually.
         */
        post: operations["retryStuckBuy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/operator/stuck-buys/{legId}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record on a seller's behalf whether its source has booked a part that is in doubt
         * @description The seller's own people can do this with settleStorefrontMediaBuySource: ask the source's people, quoting the execution key. The seller sees your note, and the buyer is notified of the result.
         */
        post: operations["settleStuckBuy"];
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
    "/api/v2/operator/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find anything by its name or id
         * @description Kinds: organisation, storefront. Within a kind, newest first; only what you may see is found.
         */
        get: operations["getOperatorSearch"];
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
        AdapterApplication: {
            clientId: string;
            /** @description Stored encrypted, and never shown again */
            clientSecret: string;
            /** @default {} */
            settings?: {
                [key: string]: string;
            };
        };
        AdapterProvider: {
            provider: string;
            displayName: string;
            /** @enum {string} */
            sourceKind: "sales" | "creative";
            apiVersion: string;
            /**
             * Format: date
             * @description When the platform stops supporting this version
             */
            sunset: string | null;
            authModes: ("oauth" | "bearer")[];
            /** @description Register exactly this address with your application there */
            callbackUrl: string | null;
            scopes: string[];
            /** @description Whether an application is set; storefronts cannot be connected before that */
            configured: boolean;
            clientId: string | null;
            /** Format: date-time */
            updatedAt: string | null;
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
        DeadLetter: {
            id: string;
            /** @description The job's kind */
            step: string;
            customerId: number | null;
            /** @description The customer and the objects concerned; ids, never secrets */
            input: unknown;
            /** @description Why the last attempt failed */
            error: string;
            /** Format: date-time */
            failedAt: string;
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
        HideStorefront: {
            reason?: string;
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
        InstallationStatus: {
            release: string;
            /** @description The value of COMMIT_SHA; null if it is not set */
            commitSha: string | null;
            node: string;
            publicUrl: string;
            sandbox: boolean;
            /** @enum {string} */
            signUp: "open" | "approval" | "closed";
            termsVersion: string;
            database: {
                /** @description The PostgreSQL version */
                server: string;
                bytes: number;
                migrations: number;
                newestMigration: string;
                /** Format: date-time */
                migratedAt: string;
            };
            /** @description As taken and verified by `npm run admin`; null if there is none */
            lastBackup: {
                /**
                 * Format: date-time
                 * @description The point in time of its data
                 */
                at: string;
                /** Format: date-time */
                verifiedAt: string;
                sizeBytes: number;
                /**
                 * Format: date-time
                 * @description When a backup, not always this one, was last restored
                 */
                restoreTriedAt: string | null;
            } | null;
            /** @description Where signed checkpoints of the audit logs are sent each day; null if nowhere */
            auditCheckpoints: ("file" | "mail" | "webhook") | null;
            /** @description Steps with unfinished jobs, the longest overdue first */
            backlogs: {
                step: string;
                waiting: number;
                running: number;
                /** @description Failed before, and waiting for the next attempt */
                retrying: number;
                /**
                 * Format: date-time
                 * @description Since when the oldest has been due; null if none is due
                 */
                dueSince: string | null;
            }[];
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
        OperatorSearchResult: {
            /** @enum {string} */
            kind: "organisation" | "storefront";
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
        Organisation: {
            customerId: number;
            /** @enum {string} */
            kind: "BUYER" | "SELLER" | "OPERATOR";
            company: string;
            domain: string | null;
            /** @description The parent organisation */
            parentCustomerId: number | null;
            sandbox: boolean;
            /** @description How many members it has */
            members: number;
            /** @description The terms that it has accepted; null if none */
            termsVersion: string | null;
            /** Format: date-time */
            createdAt: string;
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
        OrganisationSignUp: {
            id: string;
            companyName: string;
            /** @enum {string} */
            side: "buyer" | "storefront";
            email: string;
            name: string | null;
            language: string;
            termsVersion: string;
            /** @enum {string} */
            status: "mailed" | "waiting" | "opened" | "refused";
            reason: string | null;
            /** @description The organisation that was created */
            customerId: number | null;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            decidedAt: string | null;
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
        ReadAllNotifications: {
            /** @description Only those about this advertiser */
            brandAgentId?: number | string;
        };
        RefuseSignUp: {
            /** @description Sent to the person by email */
            reason: string;
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
        SignedIn: {
            /** @description Your organisation */
            customerId: number;
            userId: number;
            /** @description Your organisation's first API key, or yours if you were invited: shown only once. Null if you already have one, or are still waiting */
            apiKey: string | null;
        };
        StorefrontInterestSubmission: {
            customerId: number;
            company: string;
            submittedBy: string | null;
            /** Format: date-time */
            submittedAt: string;
            storefronts: {
                storefrontId: number;
                name: string;
            }[];
            notes: string | null;
        };
        StorefrontReview: {
            /** @description A decimal number, as a string */
            storefrontId: string;
            platformId: string;
            name: string;
            publisherDomain: string | null;
            customerId: number;
            company: string;
            /** @enum {string} */
            marketplaceState: "PENDING_REVIEW" | "LISTED" | "HIDDEN";
            reason: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            isPaused: boolean;
            /** Format: date-time */
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        StuckBuy: {
            id: string;
            /** @description The seller's own id */
            mediaBuyId: string;
            /** @description The seller's organisation */
            customerId: number;
            storefrontName: string;
            buyerName: string;
            sourceName: string;
            /** @description Whether its source is no longer asked, so it must be settled manually. Otherwise the source is asked again automatically */
            inDoubt: boolean;
            attempts: number;
            /** @description The last answer or error */
            message: string | null;
            /** @description The key under which its source was asked: its people can find the order by it */
            executionKey: string;
            /**
             * Format: date-time
             * @description Since when the source may have it
             */
            sentAt: string | null;
            /** Format: date-time */
            since: string;
        };
        StuckBuySettlement: {
            /** @constant */
            outcome: "booked";
            /** @description The source's own id for its part */
            upstreamMediaBuyId: string;
            note: string;
        } | {
            /** @constant */
            outcome: "not_booked";
            note: string;
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
    listOrganisations: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                /** @description Part of the company's name or domain, ignoring case */
                name?: string;
                kind?: "BUYER" | "SELLER" | "OPERATOR";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the organisations of the installation, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            organisations: components["schemas"]["Organisation"][];
                            total: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
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
    dismissDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                deadLetterId: string;
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
    listDeadLetters: {
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
            /** @description List failed jobs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            deadLetters: components["schemas"]["DeadLetter"][];
                            total: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    retryDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                deadLetterId: string;
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
    getInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See what this installation is running, and its open work */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["InstallationStatus"];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
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
    startActing: {
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
                "application/json": {
                    /** @description The organisation to act for; not one that runs the installation */
                    customerId: number | string;
                    /** @description Shown to the organisation */
                    reason: string;
                    /**
                     * @description It ends automatically after this many minutes
                     * @default 60
                     */
                    minutes?: number;
                    /**
                     * @description Otherwise everything can be read and nothing changed
                     * @default false
                     */
                    mayWrite?: boolean;
                };
            };
        };
        responses: {
            /** @description Act for an organisation: with a reason, for a limited time, in this browser */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["ActingGrant"];
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
    approveSignUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                signUpId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Approve a sign-up: create the organisation, and email the person a sign-in link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OrganisationSignUp"];
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
    listSignUps: {
        parameters: {
            query?: {
                take?: number;
                skip?: number;
                limit?: number;
                offset?: number;
                status?: "waiting" | "opened" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List sign-ups with a confirmed email address; by default those waiting for you */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            signUps: components["schemas"]["OrganisationSignUp"][];
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
    refuseSignUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                signUpId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseSignUp"];
            };
        };
        responses: {
            /** @description Refuse a sign-up, and email the person the reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OrganisationSignUp"];
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
    listAdapterProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the platforms that storefronts can be connected to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["AdapterProvider"][];
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
    setAdapterApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                provider: "amazon" | "audiostack" | "google" | "meta" | "pinterest" | "reddit" | "snap" | "spotify" | "tiktok";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdapterApplication"];
            };
        };
        responses: {
            /** @description Set this installation's application at a platform */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AdapterProvider"];
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
    removeAdapterApplication: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                provider: "amazon" | "audiostack" | "google" | "meta" | "pinterest" | "reddit" | "snap" | "spotify" | "tiktok";
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
    hideStorefront: {
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
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HideStorefront"];
            };
        };
        responses: {
            /** @description Hide a listed storefront: only buyers who know it can still reach it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontReview"];
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
    listStorefront: {
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
            /** @description List a storefront, so that every buyer can find it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["StorefrontReview"];
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
    listStorefrontsForReview: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                state?: "PENDING_REVIEW" | "LISTED" | "HIDDEN";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List every seller's storefront, by its state in the marketplace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["StorefrontReview"][];
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
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listStorefrontInterest: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what buyers would like to buy, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            items: components["schemas"]["StorefrontInterestSubmission"][];
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
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    listStuckBuys: {
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
            /** @description List the orders, at all storefronts, that a source may have booked without confirming, longest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuccessPage"] & {
                        data?: {
                            stuckBuys: components["schemas"]["StuckBuy"][];
                            total: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["ValidationError"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["CustomerRoleDenied.Forbidden"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    retryStuckBuy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                legId: string;
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
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
        };
    };
    settleStuckBuy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes retries safe for 24 hours: the same request with the same key gets the first answer again, with the header Idempotency-Replayed; a different request with that key is refused with 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                legId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StuckBuySettlement"];
            };
        };
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
            409: components["responses"]["Conflict.IdempotencyConflict.IdempotencyInFlight"];
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
    getOperatorSearch: {
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
                            items: components["schemas"]["OperatorSearchResult"][];
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
}
