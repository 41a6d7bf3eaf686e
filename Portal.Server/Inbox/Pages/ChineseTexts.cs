using System.Globalization;
using Portal.Shared.Delivery;
using Portal.Shared.Offers;

namespace Portal.Server.Inbox.Pages;

internal sealed record ChineseTexts : InboxTexts
{
    public override string Language => "zh-CN";
    public override string Title => "我的优惠";
    public override string SignIn => "登录";
    public override string SignInHint => "我们会向您的手机发送验证码。";
    public override string PhoneNumber => "手机号码";
    public override string SendCode => "发送验证码";
    public override string NotANumber => "这不是有效的手机号码。";
    public override string CodeSent => "如果该号码已开通优惠服务，验证码正在发送，五分钟内有效。";
    public override string Code => "验证码";
    public override string WrongCode => "验证码错误或已过期。";
    public override string TooMany => "尝试次数过多，请十五分钟后再试。";
    public override string SignOut => "退出登录";
    public override string Open => "当前优惠";
    public override string Past => "往期优惠";
    public override string NothingOpen => "暂时没有优惠。用手机付款后，优惠会出现在这里。";
    public override string More => "更多";
    public override string Until => "有效期至";
    public override string ShowAtTill => "结账时出示此码，或直接用手机付款";
    public override string Why => "为什么看到这条优惠？";
    public override string Terms => "使用规则";
    public override string Dismiss => "不感兴趣";
    public override string Back => "全部优惠";
    public override string Settings => "设置";
    public override string SettingsHint => "选择接收优惠的方式。优惠始终可以在这里查看。";
    public override string On => "已开启";
    public override string Off => "已关闭";
    public override string TurnOn => "开启";
    public override string TurnOff => "关闭";
    public override string StopAll => "退订全部优惠";
    public override string NotFoundTitle => "没有找到";
    public override string NotFound => "该优惠不存在或已过期。";
    public override string Refused => "操作未成功。请返回并刷新页面后重试。";
    public override string Operator => "您的运营商";
    public override string OneUse => "限用一次。";

    public override string CodeMessage(string code) => $"验证码{code}，5分钟内有效，请勿告诉他人。";

    public override string MinimumSpend(string amount) => $"消费满{amount}可用。";

    public override string Gives(Benefit benefit, string amount) => benefit.Kind switch
    {
        BenefitKind.Info => "",
        BenefitKind.PercentOff => $"优惠{benefit.Value}%",
        BenefitKind.AmountOff => $"立减{amount}",
        BenefitKind.Gift => $"赠品价值{amount}",
    };

    public override string Name(OfferState state) => state switch
    {
        OfferState.Open => "可使用",
        OfferState.Redeemed => "已使用",
        OfferState.Expired => "已过期",
        OfferState.Withdrawn => "已撤回",
        OfferState.Dismissed => "不感兴趣",
    };

    public override string Name(Channel channel) => channel switch
    {
        Channel.Sms => "短信",
        Channel.Stk => "SIM卡菜单",
        Channel.Ota => "SIM卡更新",
        Channel.Voice => "语音电话",
        Channel.WapPush => "WAP推送",
    };

    public override string Day(DateTimeOffset local) =>
        local.ToString("M'月'd'日' HH:mm", CultureInfo.InvariantCulture);
}
